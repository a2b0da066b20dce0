import 'i18next'
import type actionitems from './locales/en/actionitems.json'
import type activities from './locales/en/activities.json'
import type administration from './locales/en/administration.json'
import type agenda from './locales/en/agenda.json'
import type attendance from './locales/en/attendance.json'
import type auth from './locales/en/auth.json'
import type champions from './locales/en/champions.json'
import type cochairs from './locales/en/cochairs.json'
import type collaboration from './locales/en/collaboration.json'
import type common from './locales/en/common.json'
import type consultations from './locales/en/consultations.json'
import type contributions from './locales/en/contributions.json'
import type datepolls from './locales/en/datepolls.json'
import type decisions from './locales/en/decisions.json'
import type documents from './locales/en/documents.json'
import type files from './locales/en/files.json'
import type finding from './locales/en/finding.json'
import type handover from './locales/en/handover.json'
import type home from './locales/en/home.json'
import type hub from './locales/en/hub.json'
import type imports from './locales/en/imports.json'
import type mechanism from './locales/en/mechanism.json'
import type meetings from './locales/en/meetings.json'
import type minutes from './locales/en/minutes.json'
import type objectives from './locales/en/objectives.json'
import type partners from './locales/en/partners.json'
import type pictures from './locales/en/pictures.json'
import type plantable from './locales/en/plantable.json'
import type pledges from './locales/en/pledges.json'
import type practices from './locales/en/practices.json'
import type processes from './locales/en/processes.json'
import type profile from './locales/en/profile.json'
import type registrations from './locales/en/registrations.json'
import type review from './locales/en/review.json'
import type room from './locales/en/room.json'
import type rotation from './locales/en/rotation.json'
import type savedsearches from './locales/en/savedsearches.json'
import type shell from './locales/en/shell.json'
import type statements from './locales/en/statements.json'
import type time from './locales/en/time.json'
import type timepicker from './locales/en/timepicker.json'
import type translations from './locales/en/translations.json'
import type workplan from './locales/en/workplan.json'

/** A screen that adds a namespace adds its line, so that a wrong key does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    enableSelector: false
    resources: {
      actionitems: typeof actionitems
      activities: typeof activities
      administration: typeof administration
      agenda: typeof agenda
      attendance: typeof attendance
      auth: typeof auth
      champions: typeof champions
      cochairs: typeof cochairs
      collaboration: typeof collaboration
      common: typeof common
      contributions: typeof contributions
      datepolls: typeof datepolls
      decisions: typeof decisions
      documents: typeof documents
      consultations: typeof consultations
      files: typeof files
      finding: typeof finding
      handover: typeof handover
      home: typeof home
      mechanism: typeof mechanism
      imports: typeof imports
      hub: typeof hub
      meetings: typeof meetings
      minutes: typeof minutes
      partners: typeof partners
      pictures: typeof pictures
      objectives: typeof objectives
      plantable: typeof plantable
      pledges: typeof pledges
      practices: typeof practices
      processes: typeof processes
      profile: typeof profile
      registrations: typeof registrations
      review: typeof review
      room: typeof room
      rotation: typeof rotation
      savedsearches: typeof savedsearches
      shell: typeof shell
      time: typeof time
      statements: typeof statements
      timepicker: typeof timepicker
      translations: typeof translations
      workplan: typeof workplan
    }
  }
}
