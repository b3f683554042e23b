import path from 'node:path';
import { type Logger } from 'pino';
import { projectRoot, type Config } from '../shared/config';
import { type HrService } from '../hr/hrService';
import { hrHandlers } from './hrHandlers';
import { verifyEntraToken, localTokens, type VerifyToken } from './verifyToken';
import { addSignInRoute } from './localSignInRoute';
import { servePage } from './servePage';
import { requireHrRole } from './requireHrRole';
import { type RoutePlugin } from './server';

/** HR's page and its API. In Teams they need a token from Entra ID; in local mode the sign-in on this computer. */
export function hrRoutes(
  hr: HrService,
  { credentials, pageAddress }: Config,
  log: Logger,
  authority?: string,
): RoutePlugin {
  return (server) => {
    servePage(server, path.join(projectRoot, 'dist/page'), !credentials);
    let identify: VerifyToken;
    if (credentials) {
      const pageHost = pageAddress && new URL(pageAddress).host;
      identify = verifyEntraToken({ ...credentials, pageHost }, authority);
    } else {
      const local = localTokens();
      addSignInRoute(server, (name, isHr) => local.signIn(name, isHr));
      identify = local.identify;
    }
    const refused = (caller: { id: string; name: string }, route: string) => hr.recordRefusal(caller, route);
    requireHrRole(server, hrHandlers(hr), { identify, refused, log });
  };
}
