import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  endMeetingRoom,
  finishSpeaker,
  giveFloor,
  moveMeetingRoom,
  openMeetingRoom,
  pauseMeetingRoom,
  removeSpeaker,
  reorderSpeaker,
  requestFloor,
  resumeMeetingRoom,
  withdrawSpeaker,
} from '@/api/generated/sdk.gen'
import { aheadOf, type Room, showRoom } from './roomQuery'

/** What is done in the room. Each answers with the room as it then stands, so nothing is read again. */
export type Step =
  | { verb: 'open' | 'pause' | 'resume' | 'end' }
  | { verb: 'move'; itemId?: string }
  | { verb: 'request-floor'; champion?: string }
  | { verb: 'give-floor' | 'finish' | 'withdraw' | 'remove'; speakerId: string }
  | { verb: 'reorder'; speakerId: string; position: number }

export function useRoomSteps(meetingId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: Step) => take(meetingId, step),
    meta: { refreshesQueries: false },
    onSuccess: (room) => showRoom(client, room, aheadOf(room.now)),
  })
}

async function take(meetingId: string, step: Step): Promise<Room> {
  const { data } = await send(meetingId, step)
  return data
}

function send(meetingId: string, step: Step): Promise<{ data: Room }> {
  const path = { meeting_id: meetingId }
  switch (step.verb) {
    case 'open':
      return openMeetingRoom({ path })
    case 'pause':
      return pauseMeetingRoom({ path })
    case 'resume':
      return resumeMeetingRoom({ path })
    case 'end':
      return endMeetingRoom({ path })
    case 'move':
      return moveMeetingRoom({ path, body: { item_id: step.itemId ?? null } })
    case 'request-floor':
      return requestFloor({ path, body: { champion: step.champion ?? null } })
    case 'reorder':
      return reorderSpeaker({
        path: { ...path, speaker_id: step.speakerId },
        body: { position: step.position },
      })
    default:
      return SPEAKER_STEPS[step.verb]({ path: { ...path, speaker_id: step.speakerId } })
  }
}

const SPEAKER_STEPS = {
  'give-floor': giveFloor,
  finish: finishSpeaker,
  withdraw: withdrawSpeaker,
  remove: removeSpeaker,
}
