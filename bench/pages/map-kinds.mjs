const CENTER = [46.6, 2.4];
const ZOOM = 6;

/** GeoJSON of columns: what supercluster and maplibre-gl take. */
function features({length, longitude, latitude, raised}) {
  return Array.from({length}, (_, at) => ({
    type: 'Feature',
    id: at,
    properties: {raised: Number.isNaN(raised[at]) ? null : raised[at]},
    geometry: {type: 'Point', coordinates: [longitude[at] / 1e5, latitude[at] / 1e5]},
  }));
}

function script(src) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    Object.assign(element, {src, onload: resolve, onerror: reject});
    document.head.append(element);
  });
}

/** Leaflet as a page without modules has it: what its plug-ins need. */
async function leaflet() {
  await script('/node_modules/leaflet/dist/leaflet.js');
  return window.L;
}

function leafletMap(L, element) {
  const map = L.map(element, {center: CENTER, zoom: ZOOM, maxZoom: 16});
  return {
    map,
    pan: (x, y) => map.panBy([x, y]),
    zoom: (step) => map.setZoom(map.getZoom() + step),
    drawn: () => element.querySelectorAll('.leaflet-marker-pane > *').length,
  };
}

/** Draws what an index of clusters has in view, and again after each move. */
async function clustersOnLeaflet(L, element, clustersIn) {
  const made = leafletMap(L, element);
  const {map} = made;
  const layer = L.layerGroup().addTo(map);
  let asked = 0;
  const show = async () => {
    const ask = (asked += 1);
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const clusters = await clustersIn(box, Math.floor(map.getZoom()));
    if (ask !== asked) return;
    layer.clearLayers();
    for (const {geometry, properties} of clusters) {
      const [lon, lat] = geometry.coordinates;
      const html = String(properties.point_count_abbreviated ?? '');
      const icon = L.divIcon({html, className: 'marker-cluster', iconSize: [44, 44]});
      layer.addLayer(L.marker([lat, lon], {icon}));
    }
  };
  map.on('moveend', show);
  await show();
  return made;
}

/** Each loads its library, and says what it takes and how it draws. */
export const kinds = {
  /** Ours: the map's own index and its markers, with the words of its buttons. */
  relais: async () => {
    const [{LeafletMap}, {readyWords}, {Stock}, {blankCampaign}, {default: styles}, {breather}] =
      await Promise.all([
        import('/lib/elements/leaflet-map.js'),
        import('/lib/elements/map-campaigns.js'),
        import('/lib/elements/map-stock.js'),
        import('/lib/feed/campaign.js'),
        import('/lib/elements/territory-map.styles.js'),
        import('/lib/elements/breathe.js'),
      ]);
    const campaign = (at, {longitude, latitude, raised}) => ({
      ...blankCampaign,
      id: `c${at}`,
      title: `Project ${at}`,
      url: 'https://platform.example/',
      goal: 10_000,
      raised: Number.isNaN(raised[at]) ? null : raised[at],
      coordinates: [longitude[at] / 1e5, latitude[at] / 1e5],
    });
    return {
      prepare: (points) => points,
      draw: async (points, element) => {
        const {length, raised, status} = points;
        const stock = await Stock.of({
          feed: {urls: [], campaigns: [], calls: [], problems: [], updatedAt: null},
          table: {
            points,
            length,
            raised,
            status,
            place: new Int32Array(0),
            placings: [],
            currency: 'EUR',
          },
          get: async (positions) => positions.map((at) => campaign(at, points)),
        });
        await readyWords('EUR', 'fr');
        const root = element.attachShadow({mode: 'open'});
        // As in the element: there the names of markers are for readers of the screen alone.
        root.adoptedStyleSheets = styles.map(({styleSheet}) => styleSheet);
        const canvas = document.createElement('div');
        canvas.style.cssText = 'width:1280px;height:720px';
        root.append(canvas);
        const map = new LeafletMap(canvas, {onView: () => {}, onHint: () => {}, covers: () => []});
        map.setCampaigns(stock.campaigns('fr', {marker: () => {}, onePlace: () => {}}), false);
        // The element frames its map in a turn of its own.
        await breather(0)();
        // A box that is seen at the same zoom as the others' maps.
        map.frame([-4, 42.5, 8.5, 50], false);
        return {
          pan: (x, y) => map.panBy(x / 1280, y / 720),
          zoom: (step) => map.zoomBy(step),
          drawn: () => root.querySelectorAll('.pin').length,
        };
      },
    };
  },

  markercluster: async () => {
    const L = await leaflet();
    await script('/node_modules/leaflet.markercluster/dist/leaflet.markercluster.js');
    return {
      prepare: (points) => points,
      draw: async ({length, longitude, latitude}, element) => {
        const made = leafletMap(L, element);
        const group = L.markerClusterGroup({maxClusterRadius: 60});
        const markers = Array.from({length}, (_, at) =>
          L.marker([latitude[at] / 1e5, longitude[at] / 1e5]),
        );
        group.addLayers(markers);
        made.map.addLayer(group);
        return made;
      },
    };
  },

  supercluster: async () => {
    const L = await leaflet();
    await script('/node_modules/supercluster/dist/supercluster.min.js');
    return {
      prepare: features,
      draw: (list, element) => {
        const index = new window.Supercluster({radius: 60, extent: 256, maxZoom: 15}).load(list);
        return clustersOnLeaflet(L, element, (box, zoom) => index.getClusters(box, zoom));
      },
    };
  },

  /** The same in a worker, which takes the columns as they are. */
  superworker: async () => {
    const L = await leaflet();
    return {
      prepare: (points) => points,
      draw: (columns, element) => {
        const worker = new Worker('/bench/pages/supercluster-worker.js');
        worker.postMessage({columns}, []);
        return clustersOnLeaflet(L, element, (box, zoom) => {
          worker.postMessage({box, zoom}, []);
          return new Promise((resolve) => {
            worker.addEventListener('message', ({data}) => resolve(data), {once: true});
          });
        });
      },
    };
  },

  maplibre: async () => {
    const {Map, setWorkerUrl} = await import('/node_modules/maplibre-gl/dist/maplibre-gl.mjs');
    setWorkerUrl?.('/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs');
    return {
      prepare: features,
      draw: async (list, element) => {
        const map = new Map({
          container: element,
          style: {version: 8, sources: {}, layers: []},
          center: [CENTER[1], CENTER[0]],
          zoom: ZOOM - 1,
        });
        await map.once('load');
        map.addSource('points', {
          type: 'geojson',
          data: {type: 'FeatureCollection', features: list},
          cluster: true,
          clusterRadius: 60,
          clusterMaxZoom: 15,
        });
        map.addLayer({
          id: 'points',
          type: 'circle',
          source: 'points',
          paint: {
            'circle-radius': ['step', ['coalesce', ['get', 'point_count'], 1], 12, 2, 22, 100, 30],
          },
        });
        await new Promise((resolve) => {
          map.on('idle', () => {
            if (map.queryRenderedFeatures({layers: ['points']}).length > 0) resolve();
          });
        });
        return {
          pan: (x, y) => map.panBy([x, y], {duration: 250}),
          zoom: (step) => map.zoomTo(map.getZoom() + step, {duration: 250}),
          drawn: () => map.queryRenderedFeatures({layers: ['points']}).length,
        };
      },
    };
  },
};
