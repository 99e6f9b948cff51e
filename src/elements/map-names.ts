import {inside} from './map-frame.js';
import type {Bounds} from './map-clusters.js';
import type {Pins, Project} from './map-pins.js';
import type {Label} from './map-scene.js';

/** CSS pixels of a letter, about; and the least height of what bears a name. */
const LETTER = 7.5;
const LEAST_HEIGHT = 60;

/** Names the ground: what is wide enough to bear its name, and has no marker on it. For the eye alone. */
export function showNames(
  pins: Pins,
  labels: readonly Label[],
  view: Bounds,
  markers: Pins,
  project: Project,
) {
  const taken = [...markers.all.values()].map(({lon, lat}) => project(lon, lat));
  const seen = labels.filter(({name, at, bounds: [west, south, east, north]}) => {
    if (!inside(view, at)) return false;
    const from = project(west, north);
    const to = project(east, south);
    const width = name.length * LETTER;
    if (to.x - from.x < width + 30 || to.y - from.y < LEAST_HEIGHT) return false;
    const {x, y} = project(...at);
    return taken.every(
      (marker) => Math.abs(marker.x - x) > width / 2 + 26 || Math.abs(marker.y - y) > 36,
    );
  });
  pins.show(
    seen.map(({name, at: [lon, lat]}) => ({key: name, lon, lat})),
    nameTag,
    project,
  );
}

function nameTag(name: string): HTMLElement {
  const tag = document.createElement('span');
  tag.className = 'name leaflet-zoom-animated';
  tag.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  words.textContent = name;
  tag.append(words);
  return tag;
}
