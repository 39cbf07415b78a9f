import { PlusOutlined } from '@ant-design/icons';
import { isLeaf, type Rule } from '@siyu/contract/segment';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionPicker } from './condition-picker.tsx';
import { type Group, hidden, shown } from './edit-rule.ts';
import { LeafEditor } from './leaf-editor.tsx';
import { NodeTools } from './node-tools.tsx';
import styles from './rule-builder.module.css';

export interface GroupEditorProps {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly isTop?: boolean;
}

/** A list of conditions that all, or any, must hold; the word between them is a switch. */
export function GroupEditor({ group, onChange, isTop = false }: GroupEditorProps) {
  const { t } = useTranslation();
  const isSingle = group.of.length < 2;
  const replace = (index: number, rule: Rule) =>
    onChange({ ...group, of: group.of.map((each, at) => (at === index ? rule : each)) });
  const remove = (index: number) =>
    onChange({ ...group, of: group.of.filter((_, at) => at !== index) });
  const append = (rule: Rule) => onChange({ ...group, of: [...group.of, rule] });
  return (
    <div>
      <div className={`${styles.group} ${isSingle ? styles.single : ''}`}>
        {!isSingle && (
          <div className={styles.rail}>
            <button
              type="button"
              className={styles.joint}
              title={t('rule:joint.switch')}
              onClick={() => onChange({ ...group, kind: group.kind === 'and' ? 'or' : 'and' })}
            >
              {t(`rule:joint.${group.kind}`)}
            </button>
          </div>
        )}
        <div className={styles.children}>
          {[...group.of.entries()].map(([index, rule]) => (
            <NodeEditor
              key={index}
              rule={rule}
              onChange={(next) => replace(index, next)}
              onRemove={() => remove(index)}
            />
          ))}
        </div>
      </div>
      <div className={`${styles.add} ${isSingle ? '' : styles.inRail}`}>
        <ConditionPicker onPick={append} />
        {isTop && group.of.length > 0 && (
          <Button
            type="text"
            icon={<PlusOutlined />}
            onClick={() => append({ kind: group.kind === 'and' ? 'or' : 'and', of: [] })}
          >
            {t('rule:addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface NodeEditorProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

function NodeEditor({ rule, onChange, onRemove }: NodeEditorProps) {
  const { t } = useTranslation();
  const node = shown(rule);
  const inner = node.rule;
  const tools = (
    <NodeTools
      negated={node.negated}
      onNegate={() => onChange(hidden({ ...node, negated: !node.negated }))}
      onRemove={onRemove}
    />
  );
  if (isLeaf(inner)) {
    return (
      <LeafEditor
        leaf={inner}
        negated={node.negated}
        tools={tools}
        onChange={(leaf) => onChange(hidden({ ...node, rule: leaf }))}
      />
    );
  }
  return (
    <div className={`${styles.nested} ${inner.of.length < 2 ? styles.single : ''}`}>
      <div className={styles.nestedTop}>
        <span className={styles.word}>
          {t(node.negated ? `rule:group.not_${inner.kind}` : `rule:group.${inner.kind}`)}
        </span>
        <span style={{ flex: 1 }} />
        {tools}
      </div>
      <GroupEditor group={inner} onChange={(group) => onChange(hidden({ ...node, rule: group }))} />
    </div>
  );
}
