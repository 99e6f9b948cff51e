// supercluster beside the page: takes columns, answers boxes.
importScripts('/node_modules/supercluster/dist/supercluster.min.js');

let index;

self.addEventListener('message', ({data: {columns, box, zoom}}) => {
  if (columns) {
    const {length, longitude, latitude, raised} = columns;
    const features = Array.from({length}, (_, at) => ({
      type: 'Feature',
      id: at,
      properties: {raised: Number.isNaN(raised[at]) ? null : raised[at]},
      geometry: {type: 'Point', coordinates: [longitude[at] / 1e5, latitude[at] / 1e5]},
    }));
    index = new self.Supercluster({radius: 60, extent: 256, maxZoom: 15}).load(features);
    return;
  }
  self.postMessage(index.getClusters(box, zoom), []);
});
