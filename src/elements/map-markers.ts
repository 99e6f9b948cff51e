import type {Cluster} from './map-clusters.js';
import type {Pins, Project} from './map-pins.js';

/** What the marker of one campaign says. */
export interface MarkerText {
  /** Title, place and progress: the accessible name. */
  name: string;
  /** "82 %"; empty when there is no percentage. */
  percent: string;
  /** What the ring paints, 0 to 1; null when there is nothing to paint. */
  filled: number | null;
  /** The campaign has what it needs to succeed. */
  reached: boolean;
}

/** What the markers of one map are made from. */
export interface MarkerSource {
  /** A campaign's identifier, by its position among the campaigns. */
  idOf: (member: number) => string;
  describe: (member: number) => MarkerText;
  /** The accessible name of a cluster. `isOnePlace`: zooming in does not tell its campaigns apart. */
  nameCluster: (cluster: Cluster, isOnePlace: boolean) => string;
  isOnePlace: (cluster: Cluster) => boolean;
  /** The place that all its campaigns share; empty when they do not. */
  placeOf: (cluster: Cluster) => string;
  /** What stands in a cluster: its count, in the language's figures. */
  count: (cluster: Cluster) => string;
  onMarker: (member: number) => void;
  onCluster: (cluster: Cluster) => void;
}

/** A cluster and where it stands, in degrees. */
export interface Placed {
  cluster: Cluster;
  lon: number;
  lat: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/** CSS pixels: half of a place's name, about, and its distance under the marker. */
const LABEL = {halfWidth: 60, top: 22, bottom: 44};

/** Shows these clusters as buttons: a ring with its percentage for one campaign, a disc with its count for several. */
export function showMarkers(
  pins: Pins,
  placed: readonly Placed[],
  source: MarkerSource,
  project: Project,
) {
  const byKey = new Map(placed.map((one) => [keyOf(one.cluster, source), one]));
  const wanted = [...byKey].map(([key, {lon, lat}]) => ({key, lon, lat}));
  pins.show(
    wanted,
    (key) => {
      const cluster = byKey.get(key)?.cluster ?? {x: 0, y: 0, members: []};
      const button =
        cluster.members.length === 1
          ? campaignMarker(cluster.members[0] ?? 0, source)
          : clusterMarker(cluster, source);
      const place = source.placeOf(cluster);
      if (place) button.append(seen('place', place));
      return button;
    },
    project,
  );
  showPlaces(pins, project);
}

/** Marks the one that is chosen and the one that the list points at. Empty: none. */
export function markMarkers(
  pins: Pins,
  placed: readonly Placed[],
  source: MarkerSource,
  {chosen, pointed}: {chosen: string; pointed: string},
) {
  for (const {cluster} of placed) {
    const element = pins.all.get(keyOf(cluster, source))?.element;
    if (!element) continue;
    const ids = chosen || pointed ? cluster.members.map(source.idOf) : [];
    const isChosen = chosen !== '' && ids.includes(chosen);
    element.classList.toggle('chosen', isChosen);
    element.classList.toggle('pointed', pointed !== '' && ids.includes(pointed));
    if (cluster.members.length === 1) element.setAttribute('aria-pressed', String(isChosen));
  }
}

/** The same members, the same button: identifiers, for positions change when a feed is read again. */
function keyOf({members}: Cluster, {idOf}: MarkerSource): string {
  const [first = 0] = members;
  if (members.length === 1) return `one ${idOf(first)}`;
  return `${members.length} ${members.map(idOf).join(' ')}`;
}

function campaignMarker(member: number, source: MarkerSource): HTMLElement {
  const text = source.describe(member);
  const button = pressable('marker', text.name, () => source.onMarker(member));
  button.classList.toggle('reached', text.reached);
  const isLong = text.percent.length > 4;
  button.append(ring(text.filled), seen(isLong ? 'figure long' : 'figure', text.percent || '•'));
  return button;
}

function clusterMarker(cluster: Cluster, source: MarkerSource): HTMLElement {
  const button = pressable('cluster', source.nameCluster(cluster, source.isOnePlace(cluster)), () =>
    source.onCluster(cluster),
  );
  // Larger by the order of magnitude: 38 px for two, 60 for a thousand.
  const size = Math.min(60, 36 + 8 * Math.log10(cluster.members.length));
  button.style.setProperty('--_size', `${Math.round(size)}px`);
  button.append(seen('figure', source.count(cluster)));
  return button;
}

function pressable(part: string, name: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `pin ${part} leaflet-zoom-animated`;
  button.setAttribute('part', part);
  button.append(said('hidden', name));
  button.addEventListener('click', onClick);
  return button;
}

/** What is seen says less than the name, which holds it all: only the name is read out. */
function seen(name: string, words: string): HTMLElement {
  const span = said(name, words);
  span.setAttribute('aria-hidden', 'true');
  return span;
}

function said(name: string, words: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = words;
  return span;
}

/** How far the campaign is, around its marker. Lengths are attributes: a strict CSP lets them through. */
function ring(filled: number | null): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 44 44');
  drawing.setAttribute('aria-hidden', 'true');
  for (const [name, length] of [
    ['ring', 100],
    ['ring done', Math.round((filled ?? 0) * 100)],
  ] as const) {
    if (length === 0) continue;
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('class', name);
    for (const [key, value] of Object.entries({cx: 22, cy: 22, r: 19, pathLength: 100})) {
      circle.setAttribute(key, String(value));
    }
    circle.setAttribute('stroke-dasharray', `${length} 100`);
    drawing.append(circle);
  }
  return drawing;
}

/** Writes the place under each marker that has the room: no other marker, no other name there. */
function showPlaces(pins: Pins, project: Project) {
  const spots = [...pins.all.values()].map(({element, lon, lat}) => ({
    element,
    ...project(lon, lat),
  }));
  const written: typeof spots = [];
  for (const spot of spots) {
    const label = spot.element.querySelector('.place');
    if (!label) continue;
    const isFree = (other: (typeof spots)[number], height: number) =>
      other === spot ||
      Math.abs(other.x - spot.x) > LABEL.halfWidth + height ||
      other.y - spot.y < -height ||
      other.y - spot.y > LABEL.bottom + height;
    const free =
      spots.every((other) => isFree(other, LABEL.top)) &&
      written.every(
        (other) =>
          Math.abs(other.x - spot.x) > 2 * LABEL.halfWidth || Math.abs(other.y - spot.y) > 24,
      );
    label.toggleAttribute('hidden', !free);
    if (free) written.push(spot);
  }
}
