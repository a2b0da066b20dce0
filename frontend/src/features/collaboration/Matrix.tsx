import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react'
import { useFormat } from '@/i18n/useFormat'
import { nextCell } from './gridKeys'
import classes from './Matrix.module.css'

export interface Head {
  key: string
  /** What is seen. */
  head: ReactNode
  roundTable?: number
  /** What is done along it; nothing stands out. */
  total: number
}

export interface Square {
  depth: number
  roundTable: number
  /** All of it, for those who hear it. */
  label: string
  /** A figure, where there is room for one. */
  figure?: string
}

interface Props {
  caption: string
  /** The head of the rows' names. */
  corner: string
  total: string
  lines: readonly Head[]
  across: readonly Head[]
  squareAt: (line: number, place: number) => Square
  onShow: (at: readonly [number, number] | null) => void
  onOpen: (line: number, place: number) => void
  look: 'squares' | 'figures'
}

/**
 * A table of shaded squares, each a button: one stop for the Tab key, arrows inside, the heads in sight. What is under the
 * pointer or the focus is told by `onShow`.
 */
export const Matrix = memo(function Matrix({
  caption,
  corner,
  total,
  lines,
  across,
  onShow,
  onOpen,
  look,
  squareAt,
}: Props) {
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState<readonly [number, number]>([0, 0])

  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = placeOf(event.target)
    const isRightToLeft = document.documentElement.dir === 'rtl'
    const to =
      from && nextCell(event.key, from, { rows: lines.length, columns: across.length, isRightToLeft })
    if (!to) return
    event.preventDefault()
    table.current?.querySelector<HTMLButtonElement>(`[data-at="${to.join()}"]`)?.focus()
  }
  const show = (event: FocusEvent | PointerEvent) => onShow(placeOf(event.target))

  return (
    <div className={classes.frame}>
      <table
        ref={table}
        className={classes.matrix}
        data-look={look}
        onKeyDown={move}
        onFocus={(event) => {
          const at = placeOf(event.target)
          if (at) setStop(at)
          show(event)
        }}
        onPointerOver={show}
        onPointerLeave={() => onShow(null)}
      >
        <caption className={classes.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>{corner}</span>
            </th>
            {across.map(({ key, head, roundTable }) => (
              <th key={key} scope="col" data-round-table={roundTable}>
                {head}
              </th>
            ))}
            <th scope="col" className={classes.total}>
              {total}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.key}>
              <th scope="row" data-round-table={line.roundTable}>
                {line.head}
              </th>
              {across.map(({ key }, place) => (
                <Cell
                  key={key}
                  at={`${row},${place}`}
                  isStop={stop[0] === row && stop[1] === place}
                  onOpen={onOpen}
                  {...squareAt(row, place)}
                />
              ))}
              <Total of={format.number(line.total)} isGap={line.total === 0} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{total}</th>
            {across.map((each) => (
              <Total key={each.key} of={format.number(each.total)} isGap={each.total === 0} />
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
})

const Cell = memo(function Cell({
  at,
  isStop,
  onOpen,
  depth,
  roundTable,
  label,
  figure,
}: Square & { at: string; isStop: boolean; onOpen: Props['onOpen'] }) {
  return (
    <td>
      <button
        type="button"
        className={classes.square}
        data-at={at}
        data-depth={depth}
        data-round-table={roundTable}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        onClick={(event) => {
          const place = placeOf(event.currentTarget)
          if (place) onOpen(...place)
        }}
      >
        {figure}
      </button>
    </td>
  )
})

function Total({ of, isGap }: { of: string; isGap: boolean }) {
  return (
    <td className={classes.total} data-gap={isGap || undefined}>
      {of}
    </td>
  )
}

function placeOf(target: EventTarget): [number, number] | null {
  const at = target instanceof HTMLElement ? target.dataset.at?.split(',').map(Number) : undefined
  return at?.length === 2 ? (at as [number, number]) : null
}
