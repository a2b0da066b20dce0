import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import type { Session } from '@/session/sessionQuery'
import { useSession } from '@/session/useSession'
import { useSignOut } from '@/session/useSignIn'
import { LanguageSelect, SchemeSelect } from './Preferences'
import classes from './WhoAmI.module.css'

/** At the foot of the sidebar and of the phone's sheet: who is here, in which language and colours, and the way out. */
export function WhoAmI() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const signOut = useSignOut()
  return (
    <div className={classes.who}>
      {session && (
        <div>
          <TextLink look="title" to="/profile" className={classes.name}>
            {session.person.name}
          </TextLink>
          <Standing session={session} />
        </div>
      )}
      <div className={classes.preferences}>
        <LanguageSelect />
        <SchemeSelect />
      </div>
      {session ? (
        <button type="button" className={classes.out} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </button>
      ) : (
        <ButtonLink to="/sign-in" fullWidth>
          {t('signIn')}
        </ButtonLink>
      )}
    </div>
  )
}

/** The strongest first: the one to name. */
const ROLES = [
  'secretariat',
  'co_chair',
  'incoming_co_chair',
  'lead_focal_point',
  'focal_point',
  'observer',
] as const

/** "Morocco · co-chair until 1 January", or the champion and the strongest role. */
function Standing({ session }: { session: Session }) {
  const { t } = useTranslation(['shell', 'common'])
  const format = useFormat()
  const { champion, co_chair_term: term, roles } = session
  const role = ROLES.find((candidate) => roles.includes(candidate))
  if (champion && term && roles.includes('co_chair')) {
    return <div>{t('coChairUntil', { champion: champion.name, date: format.date(term.ends_on) })}</div>
  }
  const words = [champion?.name, role && t(`common:role.${role}`)].filter(Boolean)
  return <div>{words.join(' · ')}</div>
}
