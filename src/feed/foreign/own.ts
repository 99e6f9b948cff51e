/** Whether a FeatureCollection is somebody else's: no version, and no feature with a title and a link of ours. */
export function isForeign(json: unknown): boolean {
  const {type, version, features} = (json ?? {}) as Record<string, unknown>;
  if (type !== 'FeatureCollection' || version !== undefined || !Array.isArray(features)) {
    return false;
  }
  return (
    features.length > 0 &&
    !features.some((feature: {properties?: {title?: unknown; url?: unknown} | null} | null) => {
      const {title, url} = feature?.properties ?? {};
      return typeof title === 'string' && typeof url === 'string';
    })
  );
}
