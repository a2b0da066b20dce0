import { flag, listSearch, oneOf, someOf, word } from '@/lists/listSearch'

export const STANDINGS = ['focal_point', 'observer', 'secretariat'] as const
export const DUTY_STATIONS = ['new_york', 'geneva', 'capital'] as const

export const peopleSearch = listSearch({
  standing: someOf(STANDINGS),
  champion: word,
  has_ended: flag,
  sort: oneOf(['name', '-created_at']),
})
