import path from 'node:path';
import { type Logger } from 'pino';
import { projectRoot, type Config } from '../config';
import { type Desk } from '../hr/desk';
import { hrRoutes } from './hr';
import { identifyByEntra, localSignIn, type Identify } from './identity';
import { openSignIn } from './localSignIn';
import { servePage } from './page';
import { guard } from './route';
import { type Room } from './server';

/** HR's page and all that it asks for: behind Entra ID in Teams, behind a sign-in on this computer in local mode. */
export function hrDoor(desk: Desk, { credentials }: Config, log: Logger, authority?: string): Room {
  return (server) => {
    servePage(server, path.join(projectRoot, 'dist/page'), !credentials);
    let identify: Identify;
    if (credentials) identify = identifyByEntra(credentials, authority);
    else {
      const local = localSignIn();
      openSignIn(server, (name, isHr) => local.signIn(name, isHr));
      identify = local.identify;
    }
    const refused = (caller: { id: string; name: string }, route: string) => desk.record(caller, 'refused', route);
    guard(server, hrRoutes(desk), { identify, refused, log });
  };
}
