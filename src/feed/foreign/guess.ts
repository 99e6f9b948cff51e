/**
 * What fields are usually called, in French and in English: by property of FEED.md, the surest first. Names are
 * compared without case, accents, signs, what stands in brackets, and the unit after them.
 */
const NAMES: Readonly<Record<string, string>> = {
  id: 'id identifiant identifier reference ref numero slug code_projet project_id id_projet uuid recordid',
  title:
    'titre title nom_du_projet titre_du_projet nom_projet titre_projet project_name project_title intitule intitule_du_projet nom_de_la_campagne titre_de_la_campagne campaign_name campaign_title nom name libelle projet project campagne campaign',
  url: 'url lien link url_projet url_du_projet lien_projet lien_du_projet url_campagne lien_campagne lien_de_la_campagne lien_vers_la_campagne url_de_la_campagne project_url campaign_url page adresse_web adresse_internet site_web site website web href permalink',
  tagline:
    'accroche sous_titre resume description_courte courte_description tagline subtitle summary short_description blurb baseline description descriptif',
  category: 'categorie category thematique theme secteur domaine type_de_projet',
  'image.src':
    'image photo visuel illustration image_url url_image lien_image photo_url url_photo picture lien_photo',
  'image.alt': 'image_alt texte_alternatif description_image alt legende',
  status: 'statut status etat state etat_du_projet statut_du_projet avancement',
  currency: 'devise currency monnaie',
  goal: 'objectif goal objectif_financier montant_objectif montant_recherche montant_demande objectif_de_collecte target funding_goal goal_amount montant_vise',
  raised:
    'montant_collecte collecte montant_recolte recolte somme_collectee total_collecte raised amount_raised montant_atteint collected pledged fonds_collectes deja_collecte',
  unit: 'unit',
  backers:
    'contributeurs nombre_de_contributeurs nb_contributeurs donateurs nombre_de_donateurs nb_donateurs backers supporters contributors donors soutiens nb_soutiens number_of_backers',
  startsAt:
    'date_debut date_de_debut debut date_lancement date_de_lancement lancement start_date starts_at startsat start date_ouverture ouverture',
  endsAt:
    'date_fin date_de_fin fin date_limite echeance date_echeance date_de_cloture date_cloture cloture end_date ends_at endsat end deadline closing_date fin_de_campagne',
  'place.name':
    'commune ville nom_commune nom_de_la_commune com_nom libelle_commune city town municipality localite lieu place',
  'place.code':
    'code_insee insee code_commune codgeo com_code insee_com code_insee_commune code_commune_insee codeinsee commune_code',
  'place.postcode': 'code_postal cp codepostal postcode postal_code zip zipcode zip_code',
  'place.epci': 'epci code_epci siren_epci epci_code',
  'place.departement': 'departement code_departement dep dept code_dept dep_code department',
  'place.region': 'code_region reg_code reg',
  'place.country': 'pays country country_code code_pays',
  longitude: 'longitude lon lng long x',
  latitude: 'latitude lat y',
  point:
    'geo_point_2d geo_point geopoint coordonnees coordonnees_gps coordinates gps position localisation geolocalisation',
  'owner.name':
    'porteur porteur_de_projet porteur_du_projet nom_du_porteur association structure organisme owner owner_name organisation organization creator createur nom_porteur',
  'owner.kind': 'type_de_porteur type_porteur owner_kind nature_du_porteur',
  'owner.url': 'site_du_porteur owner_url site_porteur',
  mentors: 'mentor mentors parrain parrains',
  'call.id': 'appel_a_projets call call_id aap',
  'call.edition': 'edition millesime',
  lang: 'langue language lang',
};

/** The properties that a field can be mapped to, and three that make a point. */
export const PROPERTIES: readonly string[] = [...Object.keys(NAMES), 'cents', 'timezone'];

const WANTED = new Map(
  Object.entries(NAMES).map(([property, names]) => [property, names.split(' ')] as const),
);

/** Names that say that an amount is in hundredths. */
const CENTS = /_(?:en_)?(?:centimes|cents?)$/;

/** A field's name as names are compared. */
export function foldedName(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/_(?:en_)?(?:euros?|eur|ttc|ht)$/, '');
}

/** Whether a field holds hundredths, by its name. */
export function isInCents(name: string): boolean {
  return CENTS.test(foldedName(name)) || /\(\s*(?:en )?(?:centimes|cents?)\s*\)/i.test(name);
}

/** Which field is which property, by what they are called. No field is two. */
export function guess(fields: Iterable<string>): Map<string, string> {
  const byName = new Map<string, string>();
  for (const field of fields) {
    const folded = foldedName(field).replace(CENTS, '');
    if (folded && !byName.has(folded)) byName.set(folded, field);
  }
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const [property, names] of WANTED) {
    const name = names.find((candidate) => byName.has(candidate) && !taken.has(candidate));
    if (!name) continue;
    taken.add(name);
    found.set(property, byName.get(name) ?? '');
  }
  return found;
}

/** Whether the names of fields are English: a comma then parts thousands. */
export function areEnglish(fields: ReadonlyMap<string, string>): boolean {
  const names = ['title', 'goal', 'raised', 'endsAt', 'backers'].map((property) =>
    foldedName(fields.get(property) ?? ''),
  );
  const english =
    /^(?:title|name|project|campaign|link|goal|target|raised|collected|pledged|deadline|end|ends_at|backers|supporters|donors|contributors)(?:_|$)/;
  const said = names.filter(Boolean);
  return said.length > 1 && said.every((name) => english.test(name));
}
