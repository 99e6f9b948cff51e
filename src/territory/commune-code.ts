/** The code of a commune in the COG. In a file of its own: a card needs no more of the territories. */
export const COMMUNE_CODE = /^(\d\d|2[AB])\d{3}$/;

/** The département a commune code begins with, undefined when it is not a commune code. */
export function departementOfCommune(communeCode: string): string | undefined {
  const code = communeCode.trim().toUpperCase();
  return COMMUNE_CODE.test(code) ? code.slice(0, /^9[78]/.test(code) ? 3 : 2) : undefined;
}
