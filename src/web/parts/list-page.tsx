import { Button, Checkbox, Dropdown, Pagination, Table, type TableColumnType } from 'antd'
import type { Key, ReactNode } from 'react'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import styles from './list-page.module.css'
import { useRemembered } from './remembered.ts'
import { ErrorState, LoadingState } from './states.tsx'
import { useIsPhone } from './use-is-phone.ts'

export type ListColumn<Row> = TableColumnType<Row> & {
  readonly key: string
  readonly title: string
  /** Always shown: it names the row. */
  readonly pinned?: boolean
}

type ListSelection = {
  readonly keys: readonly Key[]
  readonly onChange: (keys: readonly Key[]) => void
  /** Why a row cannot be chosen, by its key; absent or null: it can. */
  readonly whyNot?: (key: string) => string | null
  /** The bar for what can be done with the selected rows. */
  readonly actions: ReactNode
}

export type ListPageProps<Row extends object> = {
  /** Names this list where column choice and density are remembered. */
  readonly name: string
  readonly query?: ReactNode
  readonly toolbar?: ReactNode
  readonly columns: readonly ListColumn<Row>[]
  /** undefined while the first answer is on its way. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** The same row as a card, for the phone. */
  readonly card: (row: Row) => ReactNode
  readonly error?: unknown
  readonly onRefresh: () => void
  readonly isRefreshing?: boolean
  readonly empty: ReactNode
  readonly onOpen?: (row: Row) => void
  readonly selection?: ListSelection
  /** Absent: all rows are here and the table pages by itself. */
  readonly paging?: {
    readonly page: number
    readonly pageSize: number
    readonly total: number
    readonly onChange: (page: number, pageSize: number) => void
  }
  /** Totals below the table. */
  readonly summary?: ReactNode
}

/** The one list of the product: query form, toolbar, table with fixed head, 共 N 条; cards on a phone. */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  return (
    <section className={styles.list}>
      {props.query}
      <Toolbar {...props} />
      {props.selection !== undefined && props.selection.keys.length > 0 && <SelectionBar {...props.selection} />}
      {props.error !== undefined && props.error !== null && (
        <ErrorState error={props.error} onRetry={props.onRefresh} />
      )}
      <Rows {...props} />
    </section>
  )
}

function Toolbar<Row extends object>({ name, toolbar, columns, onRefresh, isRefreshing }: ListPageProps<Row>) {
  const text = useText(partsText)
  const isPhone = useIsPhone()
  const [hidden, hide] = useHiddenColumns(name)
  const [density, chooseDensity] = useRemembered('density', 'middle')
  const optional = columns.filter((column) => column.pinned !== true)
  const toggle = (key: string) => {
    hide(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key])
  }
  return (
    <div className={`${styles.toolbar ?? ''} no-print`}>
      <div className={styles.tools}>
        {toolbar}
        <Button onClick={onRefresh} loading={isRefreshing === true}>
          {text.refresh}
        </Button>
        {!isPhone && (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                multiple: true,
                selectable: true,
                selectedKeys: optional.map((column) => column.key).filter((key) => !hidden.includes(key)),
                items: optional.map((column) => ({ key: column.key, label: column.title })),
                onClick: ({ key }) => {
                  toggle(key)
                },
              }}
            >
              <Button>{text.columns}</Button>
            </Dropdown>
            <Button onClick={() => chooseDensity(density === 'small' ? 'middle' : 'small')}>
              {density === 'small' ? text.densityComfortable : text.densityCompact}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function SelectionBar({ keys, onChange, actions }: ListSelection) {
  const text = useText(partsText)
  return (
    <div className={`${styles.selection ?? ''} no-print`} role="status">
      <span>{text.selected(keys.length)}</span>
      {actions}
      <Button type="link" onClick={() => onChange([])}>
        {text.clearSelection}
      </Button>
    </div>
  )
}

function Rows<Row extends object>(props: ListPageProps<Row>) {
  const isPhone = useIsPhone()
  const { rows, empty } = props
  if (rows === undefined)
    return props.error === undefined || props.error === null ? <LoadingState rows={8} /> : null
  if (rows.length === 0) return <>{empty}</>
  return isPhone ? <Cards {...props} rows={rows} /> : <WideTable {...props} rows={rows} />
}

type Filled<Row extends object> = ListPageProps<Row> & { readonly rows: readonly Row[] }

function WideTable<Row extends object>(props: Filled<Row>) {
  const text = useText(partsText)
  const { name, columns, rows, rowKey, onOpen, selection, paging, summary } = props
  const [hidden] = useHiddenColumns(name)
  const [density] = useRemembered('density', 'middle')
  const [pageSize, rememberPageSize] = useRemembered(`page-size.${name}`, '20')
  const shown = columns.filter((column) => column.pinned === true || !hidden.includes(column.key))
  return (
    <Table<Row>
      className={styles.table ?? ''}
      size={density === 'small' ? 'small' : 'middle'}
      columns={shown.map((column, at) => ({ ...column, ...(at === 0 ? { fixed: 'start' as const } : {}) }))}
      dataSource={[...rows]}
      rowKey={rowKey}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 52 }}
      onRow={(row) => (onOpen === undefined ? {} : { onDoubleClick: () => onOpen(row) })}
      {...(selection !== undefined && {
        rowSelection: {
          selectedRowKeys: [...selection.keys],
          onChange: (keys: Key[]) => selection.onChange(keys),
          getCheckboxProps: (row: Row) => {
            const why = selection.whyNot?.(rowKey(row)) ?? null
            return { disabled: why !== null, ...(why !== null && { title: why }) }
          },
          preserveSelectedRowKeys: true,
        },
      })}
      pagination={{
        showTotal: text.total,
        showSizeChanger: true,
        pageSizeOptions: [20, 50, 100, 200],
        ...(paging === undefined
          ? { defaultPageSize: Number(pageSize), onShowSizeChange: (_, size) => rememberPageSize(String(size)) }
          : { current: paging.page, pageSize: paging.pageSize, total: paging.total, onChange: paging.onChange }),
      }}
      {...(summary !== undefined && { summary: () => summary })}
    />
  )
}

function Cards<Row extends object>({ rows, rowKey, card, onOpen, paging, selection }: Filled<Row>) {
  const text = useText(partsText)
  return (
    <>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={rowKey(row)} className={styles.card}>
            {selection !== undefined && <CardCheckbox selection={selection} rowKey={rowKey(row)} />}
            {onOpen === undefined ? (
              card(row)
            ) : (
              <button type="button" className={styles.cardButton} onClick={() => onOpen(row)}>
                {card(row)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {paging === undefined ? (
        <p className="quiet">{text.total(rows.length)}</p>
      ) : (
        <Pagination
          simple
          current={paging.page}
          pageSize={paging.pageSize}
          total={paging.total}
          onChange={paging.onChange}
        />
      )}
    </>
  )
}

function CardCheckbox({ selection, rowKey }: { readonly selection: ListSelection; readonly rowKey: string }) {
  const text = useText(partsText)
  const isSelected = selection.keys.includes(rowKey)
  const why = selection.whyNot?.(rowKey) ?? null
  return (
    <Checkbox
      className={styles.cardCheckbox ?? ''}
      checked={isSelected}
      disabled={why !== null}
      onChange={() => {
        selection.onChange(
          isSelected ? selection.keys.filter((key) => key !== rowKey) : [...selection.keys, rowKey],
        )
      }}
    >
      {why ?? text.select}
    </Checkbox>
  )
}

function useHiddenColumns(name: string): [hidden: readonly string[], hide: (keys: readonly string[]) => void] {
  const [stored, store] = useRemembered(`hidden-columns.${name}`, '')
  return [stored === '' ? [] : stored.split(','), (keys) => store(keys.join(','))]
}
