import { z } from 'zod';
import { type Credentials } from '../../shared/config';
import { type CheckResult } from './checkResult';
import { cliTexts } from '../cliTexts';
import { operatorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

const { clock, signIn } = cliTexts.doctor;

/** Milliseconds that the token endpoint may take. */
const patience = 5_000;
/** Milliseconds by which our clock may be wrong. Beyond that, sign-ins to HR's page are refused. */
const tolerance = 60_000;

/** The answer of the sign-in service, or why there was none. */
export type TokenAnswer =
  | { readonly status: number; readonly fault?: string; readonly clock?: Date; readonly askedAt: Date }
  | { readonly unreachable: string };

const Refusal = z.object({ error: z.string().optional(), error_description: z.string().optional() });

/**
 * Asks the sign-in service for a token, as the bot does. A managed identity only works in Azure, so for it this only checks that
 * the directory (tenant) exists.
 */
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

/** Entra ID's number of the fault. Its words are not shown, because they name the app and the moment. */
function faultIn(body: string): string {
  try {
    const { error, error_description = '' } = Refusal.parse(JSON.parse(body));
    return (
      /AADSTS\d+/.exec(error_description)?.[0] ??
      (/^[a-z_]{1,40}$/.test(error ?? '') ? error! : operatorTexts.unknownFault)
    );
  } catch {
    return operatorTexts.unknownFault;
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return signIn.noAnswer;
  return typeof cause?.code === 'string' ? cause.code : operatorTexts.unknownFault;
}

/** learn.microsoft.com/entra/identity-platform/reference-error-codes */
const remedies: Readonly<Record<string, { readonly says: string; readonly remedy: string }>> = signIn.faults;

/**
 * What the answer of the sign-in service says about the bot's credentials. A fault without a remedy of its own gets a general one
 * with its code and HTTP status.
 */
export function tokenFinding(answer: TokenAnswer, { password }: Credentials): CheckResult {
  const { about, unreachable, openFirewall, refused, lookUp, works, managedIdentity } = signIn;
  if ('unreachable' in answer)
    return { about, says: fill(unreachable, { why: answer.unreachable }), remedy: openFirewall };
  if (answer.fault !== undefined)
    return {
      about,
      ...(remedies[answer.fault] ?? {
        says: fill(refused, { status: answer.status, fault: answer.fault }),
        remedy: lookUp,
      }),
    };
  return { about, says: password ? works : managedIdentity };
}

/**
 * Whether the clock of this computer is right, by the time in the answer of the sign-in service. Tokens are refused where it is
 * wrong by more than `tolerance` (milliseconds).
 */
export function clockFinding(answer: TokenAnswer): CheckResult {
  const { about, unreachable, compare, fast, slow, synchronise, right } = clock;
  if ('unreachable' in answer || !answer.clock) return { about, says: unreachable, remedy: compare };
  const seconds = Math.round((answer.askedAt.getTime() - answer.clock.getTime()) / 1000);
  if (Math.abs(seconds) * 1000 > tolerance)
    return { about, says: fill(seconds > 0 ? fast : slow, { seconds: Math.abs(seconds) }), remedy: synchronise };
  return { about, says: right };
}
