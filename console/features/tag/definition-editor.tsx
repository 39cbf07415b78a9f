import type { TagDefinition } from '@siyu/contract/profile';
import { FavouriteEditor } from './favourite-editor.tsx';
import { LifecycleEditor } from './lifecycle-editor.tsx';
import { RfmEditor } from './rfm-editor.tsx';
import { StatisticalEditor } from './statistical-editor.tsx';
import { ValuesEditor } from './values-editor.tsx';

export interface DefinitionEditorProps<Definition extends TagDefinition = TagDefinition> {
  readonly definition: Definition;
  readonly onChange: (definition: TagDefinition) => void;
}

/** How a tag gets its values, by its kind. */
export function DefinitionEditor({ definition, onChange }: DefinitionEditorProps) {
  switch (definition.kind) {
    case 'manual':
    case 'rule':
      return <ValuesEditor definition={definition} onChange={onChange} />;
    case 'statistical':
      return <StatisticalEditor definition={definition} onChange={onChange} />;
    case 'favourite':
      return <FavouriteEditor definition={definition} onChange={onChange} />;
    case 'rfm':
      return <RfmEditor definition={definition} onChange={onChange} />;
    case 'lifecycle':
      return <LifecycleEditor definition={definition} onChange={onChange} />;
  }
}
