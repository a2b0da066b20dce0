import { readerZone } from '@/i18n/format'
import { useSession } from './useSession'

/** The zone of the reader's profile, else the device's: in which a deadline is typed. */
export const useReaderZone = (): string => useSession()?.person.time_zone ?? readerZone()
