import type { Kysely } from 'kysely';
import { type ImportedIdentity, noteImported } from '../../modules/collect/index.ts';
import type { Draft } from '../draft.ts';

/** Notes whose rows an import brought, so that it can say afterwards whom it made and whom it met again. */
export async function noteImports(tx: Kysely<unknown>, draft: Draft): Promise<void> {
  const newPeople = new Set(draft.identity?.changes.newPeople);
  const noted = new Map<string, ImportedIdentity>();
  for (const { message, act } of draft.entries) {
    if (!message.origin || !act) continue;
    const { importId } = message.origin;
    const { identityId, personId } = act;
    noted.set(`${importId} ${identityId}`, {
      importId,
      identityId,
      isNew: newPeople.has(personId),
    });
  }
  await noteImported(tx, [...noted.values()]);
}
