/**
 * The address that a relay links to: the campaign's own, with the three utm parameters by which a
 * town reads in its platform's statistics what its relays brought. Nothing else is measured: no
 * cookie, no script, no request.
 *
 * @param url - http(s) address of the campaign's page.
 * @param relay - Short name of the relay, such as `mairie-pau`. Empty: the address is left as it is.
 * @param channel - Where the link stands: `widget`, `email`, `print`…
 * @param id - Identifier of the campaign.
 * @returns The address. A utm parameter that it already has stays: whoever wrote it knows why. Its own
 *   query and its fragment stay. An address that does not parse is returned as it came.
 */
export function relayedUrl(url: string, relay: string, channel: string, id: string): string {
  const source = relay.trim();
  if (!source || !URL.canParse(url)) return url;
  const address = new URL(url);
  const query = address.searchParams;
  for (const [name, value] of [
    ['utm_source', source],
    ['utm_medium', channel],
    ['utm_campaign', id],
  ] as const) {
    if (!query.has(name)) query.set(name, value);
  }
  return address.href;
}
