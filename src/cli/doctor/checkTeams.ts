import { z } from 'zod';
import { type Credentials } from '../../shared/config';
import { type Finding } from './finding';

/** Milliseconds that the token endpoint may take. */
const patience = 5_000;
/** Milliseconds that our clock may differ: sign-ins to HR's page are refused beyond. */
const tolerance = 60_000;

/** What the place where tokens come from answered, or why it did not. */
export type TokenAnswer =
  | { readonly status: number; readonly fault?: string; readonly clock?: Date; readonly askedAt: Date }
  | { readonly unreachable: string };

const Refusal = z.object({ error: z.string().optional(), error_description: z.string().optional() });

/** Asks for a token as the bot does; with a managed identity, which only works in Azure, only whether the directory is there. */
export async function askForToken(
  { appId, tenantId, password }: Credentials,
  authority: string,
  now: () => Date,
): Promise<TokenAnswer> {
  const askedAt = now();
  try {
    const response = password
      ? await fetch(`${authority}/${tenantId}/oauth2/v2.0/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: appId,
            client_secret: password,
            scope: 'https://api.botframework.com/.default',
          }),
          signal: AbortSignal.timeout(patience),
        })
      : await fetch(`${authority}/${tenantId}/v2.0/.well-known/openid-configuration`, {
          signal: AbortSignal.timeout(patience),
        });
    const clock = new Date(response.headers.get('date') ?? NaN);
    return {
      status: response.status,
      askedAt,
      ...(!Number.isNaN(clock.getTime()) && { clock }),
      ...(!response.ok && { fault: faultIn(await response.text()) }),
    };
  } catch (error) {
    return { unreachable: reasonOf(error) };
  }
}

/** Entra ID's number of the fault, never its words: they name the app and the moment. */
function faultIn(body: string): string {
  try {
    const { error, error_description = '' } = Refusal.parse(JSON.parse(body));
    return /AADSTS\d+/.exec(error_description)?.[0] ?? (/^[a-z_]{1,40}$/.test(error ?? '') ? error! : 'okänt fel');
  } catch {
    return 'okänt fel';
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'inget svar inom fem sekunder';
  return typeof cause?.code === 'string' ? cause.code : 'okänt fel';
}

/** learn.microsoft.com/entra/identity-platform/reference-error-codes */
const remedies: Readonly<Record<string, readonly [says: string, remedy: string]>> = {
  AADSTS7000222: [
    'appens hemlighet har gått ut.',
    'skapa en ny hemlighet i Entra ID, sätt den i MICROSOFT_APP_PASSWORD och starta om.',
  ],
  AADSTS7000215: [
    'appens hemlighet är fel.',
    'sätt MICROSOFT_APP_PASSWORD till hemlighetens värde (inte dess id) och starta om.',
  ],
  AADSTS700016: [
    'appen finns inte i katalogen.',
    'kontrollera MICROSOFT_APP_ID och MICROSOFT_APP_TENANT_ID mot registreringen i Entra ID.',
  ],
  AADSTS90002: ['katalogen finns inte.', 'sätt MICROSOFT_APP_TENANT_ID till regionens katalog-id.'],
  AADSTS7000112: ['appen är avstängd i katalogen.', 'slå på den i Entra ID, under företagsprogram.'],
};

export function tokenFinding(answer: TokenAnswer, { password }: Credentials): Finding {
  const about = 'Inloggning mot Teams';
  if ('unreachable' in answer)
    return {
      about,
      says: `login.microsoftonline.com gick inte att nå (${answer.unreachable}), så inloggningen är inte prövad.`,
      remedy: 'öppna brandvägg och proxy för https://login.microsoftonline.com från tjänstens maskin, och kör igen.',
    };
  if (answer.fault !== undefined) {
    const [says, remedy] = remedies[answer.fault] ?? [
      `Entra ID nekar (${answer.status}, ${answer.fault}).`,
      'slå upp felet på login.microsoftonline.com/error, och kontrollera MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID och MICROSOFT_APP_PASSWORD.',
    ];
    return { about, says, remedy };
  }
  return {
    about,
    says: password
      ? 'boten får en biljett.'
      : 'katalogen finns. Hanterad identitet är vald: den går bara att pröva i Azure, så den är inte prövad.',
  };
}

export function clockFinding(answer: TokenAnswer): Finding {
  const about = 'Klockan';
  if ('unreachable' in answer || !answer.clock)
    return {
      about,
      says: 'det gick inte att nå någon klocka att jämföra med, så den är inte prövad.',
      remedy:
        'öppna för https://login.microsoftonline.com, eller jämför klockan för hand: den får gå högst en minut fel.',
    };
  const seconds = Math.round((answer.askedAt.getTime() - answer.clock.getTime()) / 1000);
  if (Math.abs(seconds) * 1000 > tolerance)
    return {
      about,
      says: `den går ${Math.abs(seconds)} sekunder ${seconds > 0 ? 'före' : 'efter'}.`,
      remedy: 'slå på tidssynkronisering (NTP) på maskinen: inloggningar nekas när klockan går fel.',
    };
  return { about, says: 'den går rätt.' };
}
