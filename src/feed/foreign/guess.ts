/**
 * What fields are usually called, in French and in English: by property of FEED.md, the surest first. Names are
 * compared without case, accents, signs, what stands in brackets, and the unit after them.
 */
const NAMES: Readonly<Record<string, string>> = {
  id: 'id identifiant identifier reference ref numero slug code_projet project_id id_projet uuid recordid',
  title:
    'titre title nom_du_projet titre_du_projet nom_projet titre_projet project_name project_title intitule intitule_du_projet nom_de_la_campagne titre_de_la_campagne campaign_name campaign_title nom name libelle projet project campagne campaign libelle_du_projet intitule_projet nom_de_l_operation intitule_de_l_operation operation designation denomination projets',
  url: 'url lien link url_projet url_du_projet lien_projet lien_du_projet url_campagne lien_campagne lien_de_la_campagne lien_vers_la_campagne url_de_la_campagne project_url campaign_url page adresse_web adresse_internet site_web site website web href permalink lien_de_la_page lien_web lien_internet lien_collecte lien_de_la_collecte lien_vers_la_collecte lien_vers_le_projet lien_vers_la_page lien_de_don lien_pour_donner lien_plateforme lien_kisskissbankbank lien_kkbb lien_ulule lien_helloasso url_collecte url_de_la_collecte url_de_la_page page_du_projet page_de_la_campagne page_de_la_collecte page_web page_internet adresse_de_la_page',
  tagline:
    'accroche sous_titre resume description_courte courte_description tagline subtitle summary short_description blurb baseline description descriptif',
  category:
    'categorie category thematique theme secteur domaine type_de_projet categories thematiques nature_du_projet domaine_d_action',
  'image.src':
    'image photo visuel illustration image_url url_image lien_image photo_url url_photo picture lien_photo lien_de_l_image lien_vers_l_image url_de_l_image adresse_de_l_image image_src lien_visuel lien_du_visuel url_visuel url_du_visuel lien_de_la_photo vignette',
  'image.alt': 'image_alt texte_alternatif description_image alt legende',
  status:
    'statut status etat state etat_du_projet statut_du_projet avancement etat_d_avancement statut_de_la_campagne etat_de_la_campagne statut_de_la_collecte',
  currency: 'devise currency monnaie',
  goal: 'objectif goal objectif_financier montant_objectif montant_recherche montant_demande objectif_de_collecte objectif_de_financement target funding_goal goal_amount montant_vise objectifs objectif_collecte objectif_de_la_collecte objectif_de_campagne objectif_de_la_campagne objectif_a_atteindre montant_cible montant_a_collecter montant_a_recolter somme_recherchee somme_a_collecter montant_souhaite besoin_de_financement',
  raised:
    'montant_collecte collecte montant_recolte recolte somme_collectee total_collecte raised amount_raised montant_atteint collected pledged fonds_collectes deja_collecte montants_collectes montant_recu montant_obtenu montant_leve montant_reuni montant_deja_collecte montant_collecte_a_ce_jour montant_actuel montant_des_dons total_des_dons total_dons total_recolte total_collectes sommes_collectees somme_recoltee fonds_recoltes fonds_leves dons_collectes dons_recus dons_recoltes collecte_a_ce_jour collecte_actuelle',
  unit: 'unit',
  backers:
    'contributeurs nombre_de_contributeurs nb_contributeurs donateurs nombre_de_donateurs nb_donateurs backers supporters contributors donors soutiens nb_soutiens number_of_backers nombre_contributeurs nb_de_contributeurs contributeurs_trices contributeurs_et_contributrices contributeur_ices contributeurs_ices nombre_donateurs nb_de_donateurs donateurs_trices donateur_ices nombre_de_soutiens nb_de_soutiens',
  startsAt:
    'date_debut date_de_debut debut date_lancement date_de_lancement lancement start_date starts_at startsat start date_ouverture ouverture debut_de_campagne debut_de_la_campagne debut_de_collecte debut_de_la_collecte date_debut_campagne date_de_debut_de_campagne date_de_debut_de_la_campagne date_de_debut_de_la_collecte date_de_mise_en_ligne',
  endsAt:
    'date_fin date_de_fin fin date_limite echeance date_echeance date_de_cloture date_cloture cloture end_date ends_at endsat end deadline closing_date fin_de_campagne fin_de_la_campagne fin_de_collecte fin_de_la_collecte date_fin_campagne date_de_fin_de_campagne date_de_fin_de_la_campagne date_fin_collecte date_de_fin_de_collecte date_de_fin_de_la_collecte cloture_de_la_collecte cloture_de_la_campagne date_de_cloture_de_la_collecte date_limite_de_don date_butoir jusqu_au',
  'place.name':
    'commune ville nom_commune nom_de_la_commune com_nom libelle_commune city town municipality localite lieu place nom_de_commune commune_du_projet ville_du_projet',
  'place.code':
    'code_insee insee code_commune codgeo com_code insee_com code_insee_commune code_commune_insee codeinsee commune_code',
  'place.postcode':
    'code_postal cp codepostal postcode postal_code zip zipcode zip_code c_p code_postal_de_la_commune',
  'place.epci': 'epci code_epci siren_epci epci_code',
  'place.departement': 'departement code_departement dep dept code_dept dep_code department',
  'place.region': 'code_region reg_code reg',
  'place.country': 'pays country country_code code_pays',
  longitude: 'longitude lon lng long x',
  latitude: 'latitude lat y',
  point:
    'geo_point_2d geo_point geopoint coordonnees coordonnees_gps coordinates gps position localisation geolocalisation',
  'owner.name':
    'porteur porteur_de_projet porteur_du_projet nom_du_porteur association structure organisme owner owner_name organisation organization creator createur nom_porteur porteurs porteurs_de_projet porteur_s porteur_se porteuse porteuse_de_projet porteur_projet porte_par nom_de_l_association association_porteuse structure_porteuse nom_de_la_structure maitre_d_ouvrage organisateur',
  'owner.kind':
    'type_de_porteur type_porteur owner_kind nature_du_porteur statut_du_porteur statut_juridique forme_juridique type_de_structure',
  'owner.url': 'site_du_porteur owner_url site_porteur',
  mentors: 'mentor mentors parrain parrains mentore_par parraine_par',
  'call.id': 'appel_a_projets call call_id aap',
  'call.edition': 'edition millesime',
  lang: 'langue language lang',
  visible:
    'visible publie publiee publier a_publier en_ligne afficher affiche a_afficher published online',
};

/**
 * Names under which people write one thing or another: by what it may be. A guess would show a figure that is wrong
 * for every campaign, so the page must say.
 */
const AMBIGUOUS: readonly (readonly [properties: readonly string[], names: string])[] = [
  [
    ['raised', 'goal'],
    'montant montants montant_total montant_global montant_de_la_collecte montant_du_projet somme sommes total financement budget cout valeur amount amounts sum',
  ],
  [['raised', 'backers'], 'dons don contributions participation participations donations gifts'],
  [['startsAt', 'endsAt'], 'date dates date_campagne date_de_la_campagne date_collecte'],
];

/** The properties that a field can be mapped to, and what else a page may say. */
export const PROPERTIES: readonly string[] = [
  ...Object.keys(NAMES),
  'cents',
  'decimal',
  'timezone',
];

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

/** A field that may be one property or another, and is read as neither. */
export interface Ambiguous {
  field: string;
  /** Those of them that no other field is. */
  properties: string[];
}

/**
 * The fields whose names leave open what they are, where something that they may be is not known otherwise.
 *
 * @param known - The properties that are.
 */
export function ambiguousIn(fields: Iterable<string>, known: ReadonlySet<string>): Ambiguous[] {
  return [...fields].flatMap((field) => {
    const folded = foldedName(field).replace(CENTS, '');
    const [all = []] = AMBIGUOUS.find(([, names]) => names.split(' ').includes(folded)) ?? [];
    const properties = all.filter((property) => !known.has(property));
    return properties.length ? [{field, properties}] : [];
  });
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
