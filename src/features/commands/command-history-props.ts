import type { CommandsSearch, OnCommandsSearch } from './commands-search'
import type { PlantDetail } from '@/api/plant-schemas'
import type { CommandContent } from '@/domain/commands/sent-command'

export interface CommandHistoryProps {
  plantId: string
  /** Named in the export. */
  plant: Pick<PlantDetail, 'id' | 'name' | 'serialNumber'>
  search: CommandsSearch
  onSearchChange: OnCommandsSearch
  /** IDs of the records of commands that this browser sent. */
  ownIds: ReadonlySet<string>
  /** Time after which a command counts as without an answer. */
  waitMs: number
  /** The reason why this user may not send commands. */
  editRefusal?: string | undefined
  /** Takes a recorded command to the composer. `id` is that of its record. */
  onEdit: (content: CommandContent, id: string) => void
}
