/** What an element says of itself; whoever pastes it has no say in these. */
const OWN = ['state', 'stale'];

/**
 * The attributes that a placeholder or an address may give one of our elements.
 *
 * @returns Undefined when the tag is not one of ours, or its code is not there.
 */
export function givenAttributes(tag: string): readonly string[] | undefined {
  const known = customElements.get(tag) as
    {observedAttributes?: readonly string[]; styles?: unknown} | undefined;
  return known?.styles
    ? (known.observedAttributes ?? []).filter((name) => !OWN.includes(name))
    : undefined;
}
