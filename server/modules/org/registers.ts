import type { Platform } from '../../platform/platform.ts';
import { auditActions } from './audit-actions.ts';
import { sealAudit } from './seal-audit.ts';
import { forgetSessions } from './store/forget-sessions.ts';

/** Jobs and names of the organisation module. */
export function registerOrg(platform: Platform): void {
  for (const [action, names] of Object.entries(auditActions)) {
    platform.registries.auditActions.set(action, names);
  }
  platform.jobs.define('org.seal_audit', async (running) => {
    await sealAudit(running);
  });
  platform.jobs.schedule('org.seal_audit', '*/5 * * * *');
  platform.jobs.define('org.forget_sessions', async ({ postgres, clock, config }) => {
    const openedBefore = new Date(clock.now().getTime() - config.sessionHours * 3_600_000);
    await forgetSessions(postgres.db(), openedBefore);
  });
  platform.jobs.schedule('org.forget_sessions', '17 3 * * *');
}
