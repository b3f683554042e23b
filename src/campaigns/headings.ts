import { tidied } from './identity';

/** A header's words as they are compared: letters and digits only, because "E-post:" and "e-postadress *" mean the same. */
const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** Names of the columns that say which person it is: HR's own, and those in exports from Entra ID, Microsoft 365 and Exchange. */
export const identityHeadings = {
  mails:
    words(`epost epostadress email emailaddress emailadress mejl mejladress mail mailadress mailaddress epostarbete arbetsepost
    arbetsepostadress arbetsmejl jobbepost jobbmejl jobbmail workemail primarysmtpaddress primärsmtpadress primärepostadress
    primäremailadress primaryemail primaryemailaddress windowsemailaddress smtp smtpaddress smtpadress upn userprincipalname
    användarenshuvudnamn användarhuvudnamn huvudnamn memberobjectidorupn memberobjectidoruserprincipalname användarnamn username
    inloggningsnamn inloggning signinname user användare`),
  ids: words(`objektid objectid användarensobjektid userobjectid entraobjectid entraobjektid azureadobjectid aadobjectid
    externaldirectoryobjectid entraid azureadid id`),
} as const;

/** Names of the columns that say where a person works, the most exact first. */
export const unitHeadings =
  words(`grupp group enhet enhetsnamn organisationsenhet organisatoriskenhet orgenhet organisationsenhetsnamn
  förvaltning förvaltningsnamn unit organizationalunit businessunit avdelning avdelningsnamn department departmentname dept klinik
  verksamhet verksamhetsområde arbetsplats arbetsplatsnamn arbetsställe workplace vårdcentral mottagning sektion division område
  organisation organization kontor kontorsplats office officelocation physicaldeliveryofficename placering companyname company
  företag företagsnamn bolag`);

/** Names of the columns with the first and the last day of an absence. */
export const dayHeadings = {
  froms: words('från from fom frånochmed start startdatum fråndatum startdate'),
  untils: words('till until to tom tillochmed slut slutdatum tilldatum enddate'),
} as const;

const plain = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?:required|obligatorisk[at]?)$/, '');

/** The words by which a header cell may be known: "E-post (arbete)" is also "epost", "Avdelning/enhet" is also "enhet". */
export function headingsOf(cell: string): readonly string[] {
  const text = tidied(cell).toLowerCase().slice(0, 100);
  const outside = text.replace(/[([][^()[\]]*[)\]]/g, '');
  const inside = /[([]([^()[\]]*)[)\]]/.exec(text)?.[1] ?? '';
  return [text, outside, inside, ...outside.split('/')].map(plain).filter((word) => word !== '');
}
