import { isValidElement, type Key } from 'react';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';
import { Nothing } from './text.tsx';

export interface DataCardsProps<Item> {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => Key;
  readonly open?: ((item: Item) => void) | undefined;
}

/** The rows of a list as a phone shows them. */
export function DataCards<Item>({ items, columns, rowKey, open }: DataCardsProps<Item>) {
  const title = columns.find((column) => column.phone === 'title') ?? columns[0];
  const corner = columns.find((column) => column.phone === 'corner');
  const lines = columns.filter(
    (column) => column !== title && column !== corner && column.phone !== 'hidden',
  );
  return (
    <ul className={styles.cards}>
      {items.map((item) => (
        <li key={rowKey(item)} className={styles.card}>
          <div className={styles.cardTop}>
            {open ? (
              <button type="button" className={styles.cardOpen} onClick={() => open(item)}>
                {title?.render(item)}
              </button>
            ) : (
              <span>{title?.render(item)}</span>
            )}
            {corner && <span>{corner.render(item)}</span>}
          </div>
          {lines.length > 0 && (
            <dl className={styles.cardLines}>
              {lines.map((column) => (
                <CardLine key={column.key} column={column} item={item} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A labelled line; what is not there takes no room on a phone. */
function CardLine<Item>({ column, item }: { readonly column: Column<Item>; readonly item: Item }) {
  const content = column.render(item);
  if (content === null || content === false) return null;
  if (isValidElement(content) && content.type === Nothing) return null;
  return (
    <>
      <dt>{column.title}</dt>
      <dd>{content}</dd>
    </>
  );
}
