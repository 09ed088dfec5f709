import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import type { SearchMistake } from '@/domain/renewals/search-mistakes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

interface AddressMistakesProps {
  mistakes: readonly SearchMistake[]
  /** The values that are used. */
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

/** The parts of the address that can’t be used, and the values used instead. */
export function AddressMistakes({ mistakes, search, onSearchChange }: AddressMistakesProps) {
  const used = Object.fromEntries(mistakes.map(({ parameter }) => [parameter, search[parameter]]))
  return (
    <div role="status" className="empty:hidden" data-print="hide">
      {mistakes.length > 0 ? (
        <Notice
          tone="warn"
          title="Part of this page’s address can’t be used"
          actions={
            <Button size="sm" onClick={() => onSearchChange(used, true)}>
              Correct the address
            </Button>
          }
        >
          {mistakes.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
    </div>
  )
}
