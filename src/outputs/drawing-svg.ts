import type {Drawing, Shape} from './drawing.js';
import {markup, trusted, type Markup} from './markup.js';

/** A drawing as an SVG document: letters are outlines, nothing is loaded, nothing runs. */
export function drawingSvg(drawing: Drawing): string {
  const {width, height, unit, title, description, lang, shapes} = drawing;
  const size = unit === 'px' ? '' : unit;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}${size}" height="${height}${size}" viewBox="0 0 ${width} ${height}" role="img" lang="${lang}">
<title>${title}</title>
<desc>${description}</desc>
${shapes.map(shapeSvg)}</svg>
`.toString();
}

function shapeSvg(shape: Shape): Markup {
  switch (shape.kind) {
    case 'box': {
      const {x, y, width, height, fill, radius} = shape;
      return markup`<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${Boolean(radius) && markup` rx="${short(radius ?? 0)}"`} fill="${fill}"/>
`;
    }
    case 'outlines': {
      const scale = short(shape.size / 1000);
      return markup`<path transform="translate(${short(shape.x)} ${short(shape.y)}) scale(${scale} -${scale})" fill="${shape.fill}" d="${trusted(shape.path)}"/>
`;
    }
    case 'squares':
      return markup`<path transform="translate(${short(shape.x)} ${short(shape.y)}) scale(${short(shape.side)})" fill="${shape.fill}" shape-rendering="crispEdges" d="${trusted(squaresPath(shape.runs))}"/>
`;
    case 'words': {
      const {x, y, size, weight, direction, text, fill} = shape;
      // An isolate and an anchor say the direction in every program; the attribute `direction` does not.
      const turned = direction === 'rtl';
      return markup`<text x="${short(x)}" y="${short(y)}" font-family="sans-serif" font-size="${short(size)}" font-weight="${weight === 'bold' ? 700 : 400}"${turned && markup` text-anchor="end"`} fill="${fill}">${turned ? `\u2067${text}\u2069` : text}</text>
`;
    }
    case 'photograph': {
      const {x, y, width, height, data} = shape;
      return markup`<image x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" preserveAspectRatio="xMidYMid slice" href="${data}"/>
`;
    }
  }
}

/** Runs of squares as one path, a square being 1 wide. */
export function squaresPath(
  runs: readonly (readonly [column: number, row: number, count: number])[],
): string {
  return runs.map(([column, row, count]) => `M${column} ${row}h${count}v1h-${count}z`).join('');
}

function short(value: number): number {
  return Number(value.toFixed(5));
}
