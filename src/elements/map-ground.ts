import {isOverseas} from '../territory/areas.js';
import {departementOfCommune, parseTerritory} from '../territory/codes.js';
import {outlineOf, outlinesOf, type NamedOutline} from '../territory/outlines.js';
import {breather} from './breathe.js';
import {warnOnce} from './feed-controller.js';
import {boundariesFrom, type Boundary, type Polygons} from './map-boundaries.js';
import {box, type Bounds} from './map-clusters.js';
import {extentOf} from './map-frame.js';
import {groundKey, type Ground, type Label} from './map-scene.js';

const TAG = 'relais-territory-map';
const REMEDY = 'Give the http(s) address of GeoJSON polygons that this page may read.';

/**
 * Reads what a map draws under its markers. Only `boundaries` makes a request that leaves our own files.
 *
 * @param territory - "departement:33"… Empty or malformed: no territory stands out.
 * @param boundaries - Address of GeoJSON outlines. Empty: none. What cannot be read is left out.
 */
export async function loadGround(
  territory: string,
  boundaries: string,
  signal: AbortSignal,
): Promise<Ground> {
  const asked = parseTerritory(territory);
  const code = asked ? `${asked.kind}:${asked.code}` : '';
  const breathe = breather();
  const [land, regions, outline, given] = await Promise.all([
    outlinesOf('departement', breathe).catch((): NamedOutline[] => []),
    asked?.kind === 'region' ? outlinesOf('region', breathe).catch((): NamedOutline[] => []) : [],
    code ? outlineOf(code).catch(() => undefined) : undefined,
    boundaries
      ? boundariesFrom(boundaries, signal).catch((cause: unknown): null => {
          signal.throwIfAborted();
          warnOnce(TAG, `boundaries="${boundaries}": ${String(cause)}. ${REMEDY}`);
          return null;
        })
      : Promise.resolve<Boundary[]>([]),
  ]);
  signal.throwIfAborted();
  const {own, others} = sorted(given ?? [], asked?.code);
  const labels: Label[] = [];
  for (const one of land) {
    labels.push(labelOf(one));
    await breathe();
  }
  signal.throwIfAborted();
  return {
    key: groundKey(territory, boundaries),
    land: land.flatMap((one) => one.outline.coordinates),
    labels,
    territory: own.length > 0 ? own : (outline?.coordinates ?? []),
    boundaries: others,
    given: given ?? [],
    name: [...land, ...regions].find((one) => one.code === code)?.name ?? '',
    country: code === 'country:FR' && own.length === 0,
    home: asked?.kind === 'commune' ? boundsIn(land, departementOfCommune(asked.code)) : null,
    overseas: land
      .filter((one) => isOverseas(one.code))
      .map((one) => ({name: one.name, bounds: extentOf(one.outline.coordinates)})),
    failed: given === null,
  };
}

/**
 * Outlines that bear the territory's code are the territory. When none bears a code at all, or no
 * territory is asked, the page has chosen for us: all of them are.
 */
function sorted(given: readonly Boundary[], code: string | undefined) {
  const mine = given.filter((one) => code !== undefined && one.codes.includes(code));
  const own = code === undefined || given.every((one) => one.codes.length === 0) ? given : mine;
  return {
    own: own.flatMap((one) => one.polygons),
    others: given.filter((one) => !own.includes(one)).flatMap((one) => one.polygons),
  };
}

function boundsIn(land: readonly NamedOutline[], departement = ''): Bounds | null {
  const found = land.find(({code}) => code === `departement:${departement}`);
  return found ? extentOf(found.outline.coordinates) : null;
}

function labelOf({name, outline}: NamedOutline): Label {
  let [largest, most]: [Polygons[number][number], Surface] = [[], {sum: 0, x: 0, y: 0}];
  for (const [ring = []] of outline.coordinates) {
    const measured = surfaceOf(ring);
    if (largest.length === 0 || Math.abs(measured.sum) > Math.abs(most.sum)) {
      [largest, most] = [ring, measured];
    }
  }
  const {sum, x, y} = most;
  const bounds = box(largest);
  const middle: [number, number] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  return {name, at: sum === 0 ? middle : [x / (3 * sum), y / (3 * sum)], bounds};
}

/** Twice the area of a ring, and its first moments. */
interface Surface {
  sum: number;
  x: number;
  y: number;
}

/** The shoelace formula. */
function surfaceOf(ring: Polygons[number][number]): Surface {
  const total = {sum: 0, x: 0, y: 0};
  let before = ring.at(-1);
  for (const point of ring) {
    const [x, y] = before ?? point;
    const cross = x * point[1] - point[0] * y;
    total.sum += cross;
    total.x += (x + point[0]) * cross;
    total.y += (y + point[1]) * cross;
    before = point;
  }
  return total;
}
