import {feedOf} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {isShown, recordReader} from '../foreign/records.js';
import {withUnderstanding} from '../foreign/understanding.js';
import {at, either, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

/**
 * A GeoJSON FeatureCollection whose properties somebody else has named: the mapping says which is what,
 * and what it leaves open is guessed. Geometries stay; only a point is one place.
 */
export const geojson: Adapter = {
  name: 'geojson',
  takesMapping: true,
  adapt(answer, {url, mapping = ''}) {
    const features = listAt(answer, 'features');
    if (at(answer, 'type') !== 'FeatureCollection' || !Array.isArray(at(answer, 'features'))) {
      throw noFeed(url, 'is no GeoJSON: a FeatureCollection with "features" is expected.');
    }
    const head = {
      title: either(textAt(answer, 'title'), textAt(answer, 'name')),
      next: textAt(answer, 'next'),
    };
    if (!features.length) return feedOf([], head);
    const names = new Set(
      features.flatMap((feature) => {
        const properties = at(feature, 'properties');
        return isObject(properties) ? Object.keys(properties) : [];
      }),
    );
    const reader = recordReader([...names], {mapping, url, format: 'geojson'});
    const campaigns = features.map((feature) => {
      if (!isObject(feature)) return feature;
      const beside = {id: at(feature, 'id'), geometry: at(feature, 'geometry')};
      return reader.featureOf(at(feature, 'properties'), beside);
    });
    return withUnderstanding(
      feedOf(campaigns.filter(isShown), {...head, ...reader.head}),
      reader.understanding,
    );
  },
};
