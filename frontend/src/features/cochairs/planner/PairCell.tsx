import { Button } from '@mantine/core'
import { IconBan, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ChampionLink } from '@/components/Champion'
import { useFormat } from '@/i18n/useFormat'
import classes from './Planner.module.css'
import type { ProposedTerm } from './proposalQuery'
import { useReasonLines } from './useReasonLines'

interface Props {
  term: ProposedTerm
  /** The same pair stands in this term in the first proposal: its reasons need not be read again. */
  isSame: boolean
  isKept: boolean
  onKeep: () => void
  onForbid: () => void
}

/** A proposed pair with what speaks for it, to keep in its term or to forbid. */
export function PairCell({ term, isSame, isKept, onKeep, onForbid }: Props) {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const lines = useReasonLines()(term.reasons)
  const pair = format.list(term.champions.map(({ name }) => name))
  return (
    <div className={classes.cell} data-kept={isKept || undefined}>
      <p className={classes.pair}>
        {term.champions.map((champion) => (
          <span key={champion.id}>
            <ChampionLink champion={champion} />
          </span>
        ))}
      </p>
      {isSame ? (
        <p className={classes.same}>{t('sameAsFirst')}</p>
      ) : (
        <ul className={classes.reasons}>
          {lines.map(({ text, look }) => (
            <li key={text} data-look={look}>
              {text}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="subtle"
          aria-pressed={isKept}
          aria-label={t(isKept ? 'letGoOf' : 'keepOf', { pair })}
          leftSection={isKept ? <IconPinFilled size={15} /> : <IconPin size={15} />}
          onClick={onKeep}
        >
          {t(isKept ? 'kept' : 'keep')}
        </Button>
        {!isKept && (
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('forbidOf', { pair })}
            leftSection={<IconBan size={15} />}
            onClick={onForbid}
          >
            {t('forbid')}
          </Button>
        )}
      </div>
    </div>
  )
}
