/** The most that a campaign's picture measures in a card, in pixels: more would only weigh. */
const MOST = 1000;

/** Where a picture was asked from, and what came of it: one is asked for once. */
const asked = new Map<string, Promise<string | null>>();

/**
 * A campaign's picture as a `data:` address of a JPEG, for cards that hold their pictures. Null when its
 * server lets no other site read it, or it is no picture.
 */
export function pictureData(address: string): Promise<string | null> {
  let picture = asked.get(address);
  if (!picture) asked.set(address, (picture = readPicture(address)));
  return picture;
}

async function readPicture(address: string): Promise<string | null> {
  try {
    const image = await loaded(address);
    const {naturalWidth, naturalHeight} = image;
    const scale = Math.min(1, MOST / Math.max(naturalWidth, naturalHeight, 1));
    return drawn(image, naturalWidth * scale, naturalHeight * scale).toDataURL('image/jpeg', 0.85);
  } catch {
    return null;
  }
}

/** An SVG document as PNG. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  try {
    const canvas = drawn(await loaded(address), width, height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new TypeError('This browser draws no PNG.');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Gives the reader a file. */
export function download(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; the address is not needed any more.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** An SVG document as an address that a picture shows. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  await image.decode();
  return image;
}

function drawn(image: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('This browser draws no pictures.');
  // A JPEG has no holes.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
