import { useShownLanguages } from './AgendaLanguages'
import classes from './ItemWords.module.css'
import type { AgendaItem } from './meetingQuery'
import { shownWordings } from './wordings'

/** An item's title; in two languages beside each other where the reader asked for that. */
export function ItemTitle({ item }: { item: AgendaItem }) {
  const wordings = shownWordings(item, useShownLanguages())
  return (
    <div className={classes.titles}>
      {wordings.map(({ language, title }) => (
        <span key={language}>
          <bdi lang={language}>{title}</bdi>
        </span>
      ))}
    </div>
  )
}

/** An item's text in the languages in which its title is shown. */
export function ItemText({ item }: { item: AgendaItem }) {
  const wordings = shownWordings(item, useShownLanguages())
  return (
    <div className={classes.texts}>
      {wordings.map(
        ({ language, description }) =>
          description && (
            <p key={language} lang={language} dir="auto" className={classes.text}>
              {description}
            </p>
          ),
      )}
    </div>
  )
}
