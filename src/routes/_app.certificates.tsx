import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import { primeCertificates } from './-prime-on-demand'
import { searchChange } from './-search-change'
import { CertificatesPage } from '@/features/certificates/certificates-page'
import { certificatesSearchSchema } from '@/features/certificates/certificates-search'

export const Route = createFileRoute('/_app/certificates')({
  validateSearch: certificatesSearchSchema,
  loader: ({ context: { queryClient } }) => primeCertificates(queryClient),
  component: Certificates,
})

function Certificates() {
  const navigate = Route.useNavigate()
  const onSearchChange = useMemo(() => searchChange(navigate), [navigate])
  return <CertificatesPage address={Route.useSearch()} onSearchChange={onSearchChange} />
}
