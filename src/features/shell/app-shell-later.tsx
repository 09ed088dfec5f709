// What the shell needs only after its first picture.
import { usePlaceOnReturn } from './use-place-on-return'

export { ClockNotice } from './clock-notice'

export function PlaceOnReturn() {
  usePlaceOnReturn()
  return null
}
