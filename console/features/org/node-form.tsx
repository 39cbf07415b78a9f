import {
  changeNode,
  createNode,
  type NewNode,
  type NodeChange,
  type OrgNode,
} from '@siyu/contract/org';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { OrgSelect } from '../../ui/org-select.tsx';

export interface NodeFormProps {
  readonly target: { readonly node: OrgNode } | { readonly below: string } | undefined;
  readonly onClose: () => void;
}

const kinds = ['brand', 'dealer', 'region', 'store'] as const;

/** Adds a node below another, or changes one. */
export function NodeForm({ target, onClose }: NodeFormProps) {
  const { t } = useTranslation();
  const create = useWrite(createNode, {
    changes: ['org.'],
    done: t('org:tree.added'),
    onDone: onClose,
  });
  const change = useWrite(changeNode, {
    changes: ['org.'],
    done: t('org:tree.changed'),
    onDone: onClose,
  });
  const node = target && 'node' in target ? target.node : undefined;
  const below = target && 'below' in target ? target.below : undefined;

  const submit = (fields: NewNode) => {
    if (node === undefined) {
      create.mutate({ body: fields });
      return;
    }
    const { nameZh, nameEn, city, parent } = fields;
    const body: NodeChange = { nameZh, city: city || null };
    if (nameEn) body.nameEn = nameEn;
    if (node.parent !== null && parent !== node.parent) body.parent = parent;
    change.mutate({ params: { code: node.code }, body });
  };
  return (
    <FormDialog<NewNode>
      key={node?.code ?? below ?? 'none'}
      open={target !== undefined}
      title={node ? t('org:tree.editTitle') : t('org:tree.add')}
      act={node ? t('app:action.save') : t('org:tree.add')}
      busy={create.isPending || change.isPending}
      initial={
        node
          ? { ...node, kind: 'store', parent: node.parent ?? '', city: node.city ?? '' }
          : { parent: below ?? '', kind: 'store' }
      }
      onSubmit={submit}
      onClose={onClose}
    >
      {!(node && node.parent === null) && (
        <Form.Item name="parent" label={t('org:field.parent')} rules={[{ required: true }]}>
          <OrgSelect />
        </Form.Item>
      )}
      {!node && (
        <>
          <Form.Item name="kind" label={t('org:field.kind')} rules={[{ required: true }]}>
            <Segmented
              block
              options={kinds.map((value) => ({ value, label: t(`org:kind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('org:field.code')}
            extra={t('org:field.codeRule')}
            rules={[
              {
                required: true,
                pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
                message: t('org:field.codeRule'),
              },
            ]}
          >
            <Input placeholder="SH001" />
          </Form.Item>
        </>
      )}
      <Form.Item name="nameZh" label={t('org:field.nameZh')} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={t('org:field.nameEn')}>
        <Input />
      </Form.Item>
      <Form.Item name="city" label={t('org:field.city')}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
