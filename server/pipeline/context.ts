import type { SourceInfo } from '../modules/collect/index.ts';
import type { IdentityCache } from '../modules/identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { OrgDirectory } from './org-directory.ts';
import type { Remembered } from './remembered.ts';
import type { SeenMessages } from './seen-messages.ts';

/** What the pipeline keeps in memory between blocks; all of it can be rebuilt from the engines. */
export interface PipelineContext {
  readonly platform: Platform;
  readonly identities: IdentityCache;
  readonly seen: SeenMessages;
  readonly orgs: OrgDirectory;
  readonly sourceOf: (sourceId: number) => Promise<SourceInfo>;
  readonly remembered: Remembered;
  /** Names already registered, so that a block asks for new ones only. */
  readonly knownNames: Set<string>;
}
