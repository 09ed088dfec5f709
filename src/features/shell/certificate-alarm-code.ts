export { certificateQueries } from '@/api/certificates'
export { alarmText, certificateAlarm } from '@/domain/renewals/certificate-alarm'
