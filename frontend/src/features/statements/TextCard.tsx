import { Button, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  compareStatementVersionsOptions,
  getStatementVersionOptions,
  listStatementRemarksInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { RemarkBody } from '@/api/generated/types.gen'
import { itemsOf, paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { ChangedParagraph } from '@/components/ChangedWords'
import { FileButtons } from '@/components/FileButtons'
import { LoadMore } from '@/components/LoadMore'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import { usePermission } from '@/session/permission'
import { Remark } from './Remark'
import { RemarkDialog } from './RemarkDialog'
import classes from './Statements.module.css'
import type { Statement, Version } from './statementQuery'

interface Props {
  statement: Statement
  number: number
  against: number | undefined
}

/** A version's text, paragraph by paragraph, with what champions say to it; or what it changes against another. */
export function TextCard({ statement, number, against }: Props) {
  const { t } = useTranslation('statements')
  return (
    <Card
      title={t('text.title')}
      action={
        statement.actions.includes('write') && (
          <ButtonLink to="/statements/$statementId/write" params={{ statementId: statement.id }} size="xs">
            {t('text.writeNext')}
          </ButtonLink>
        )
      }
    >
      <CardBody>
        <Tools statement={statement} number={number} against={against} />
        {against ? (
          <Compared statement={statement} number={number} against={against} />
        ) : (
          <Text statement={statement} number={number} />
        )}
      </CardBody>
    </Card>
  )
}

function Tools({ statement, number, against }: Props) {
  const { t } = useTranslation('statements')
  const navigate = useNavigate()
  const format = useFormat()
  const choices = statement.versions.map(({ number: each, language, written_at: at }) => ({
    value: String(each),
    label: t('text.version', { number: each, language: format.language(language), date: format.date(at) }),
  }))
  const show = (version: number, compared: number | undefined) =>
    navigate({
      to: '/statements/$statementId',
      params: { statementId: statement.id },
      search: { version, against: compared },
      resetScroll: false,
    })
  return (
    <div className={classes.tools} data-print="hide">
      <Select
        label={t('text.shown')}
        w={270}
        data={choices}
        value={String(number)}
        allowDeselect={false}
        onChange={(chosen) => show(Number(chosen), against)}
      />
      {choices.length > 1 && (
        <Select
          label={t('text.against')}
          w={270}
          placeholder={t('text.nothing')}
          data={choices.filter(({ value }) => value !== String(number))}
          value={against ? String(against) : null}
          clearable
          onChange={(chosen) => show(number, chosen ? Number(chosen) : undefined)}
        />
      )}
      <FileButtons
        label={t('text.files')}
        path={`/statements/${statement.id}/versions/${number}`}
        name={statement.title}
      />
    </div>
  )
}

function Text({ statement, number }: Omit<Props, 'against'>) {
  const path = { statement_id: statement.id, number }
  const query = useQuery(getStatementVersionOptions({ path }))
  const follows = usePermission('statements:follow')
  return (
    <QueryState query={query} rows={8}>
      {(version) =>
        follows ? <Discussed statement={statement} version={version} /> : <Plain version={version} />
      }
    </QueryState>
  )
}

function Plain({ version }: { version: Version }) {
  return (
    <ol className={classes.paragraphs} lang={version.language}>
      {version.paragraphs.map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a version's paragraphs never change
        <Paragraph key={place} place={place + 1} text={paragraph} />
      ))}
    </ol>
  )
}

function Discussed({ statement, version }: { statement: Statement; version: Version }) {
  const path = { statement_id: statement.id }
  const query = useInfiniteQuery({
    ...listStatementRemarksInfiniteOptions({ path, query: { version: version.number, limit: 100 } }),
    ...paged,
    initialPageParam: { path },
  })
  const [remarkedOn, setRemarkedOn] = useState<number | null>(null)
  const remarks: RemarkBody[] = query.data ? itemsOf(query.data) : []
  const { t } = useTranslation('statements')
  return (
    <>
      <ol className={classes.paragraphs} lang={version.language}>
        {version.paragraphs.map((paragraph, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a version's paragraphs never change
          <Paragraph key={place} place={place + 1} text={paragraph}>
            {remarks
              .filter((remark) => remark.paragraph === place + 1)
              .map((remark) => (
                <Remark key={remark.id} statementId={statement.id} remark={remark} />
              ))}
            {statement.actions.includes('remark') && (
              <Button
                variant="subtle"
                size="compact-xs"
                mt="xs"
                data-print="hide"
                onClick={() => setRemarkedOn(place + 1)}
              >
                {t('remark.on', { number: place + 1 })}
              </Button>
            )}
          </Paragraph>
        ))}
      </ol>
      {query.hasNextPage && <LoadMore query={query} />}
      {remarkedOn && (
        <RemarkDialog
          statement={statement}
          version={version}
          paragraph={remarkedOn}
          onClose={() => setRemarkedOn(null)}
        />
      )}
    </>
  )
}

interface ParagraphProps {
  place: number
  text: string
  children?: ReactNode
}

function Paragraph({ place, text, children }: ParagraphProps) {
  return (
    <li>
      <span className={classes.number} aria-hidden>
        {place}
      </span>
      <div>
        <p className={classes.paragraph} dir="auto">
          {text}
        </p>
        {children}
      </div>
    </li>
  )
}

function Compared({ statement, number, against }: Props & { against: number }) {
  const { t } = useTranslation('statements')
  const query = useQuery(
    compareStatementVersionsOptions({ path: { statement_id: statement.id, number }, query: { against } }),
  )
  return (
    <QueryState query={query} rows={8}>
      {(difference) => (
        <ol className={classes.paragraphs} aria-label={t('text.difference', { number, against })}>
          {difference.paragraphs.map((pieces, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: versions never change
            <li key={place}>
              <span className={classes.number} aria-hidden>
                {place + 1}
              </span>
              <p className={classes.paragraph} dir="auto">
                <ChangedParagraph pieces={pieces} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </QueryState>
  )
}
