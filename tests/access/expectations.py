"""Who gets what from every operation: the table of product.md, "Who may do what", operation by operation.

Columns: nobody signed in; an observer; a focal point of the champion that the record belongs to (`own`) and its lead
(`lead`); a focal point of another champion (`other`); of a champion that co-chairs now (`chair`), did last term
(`past`), will from next month (`incoming`); the secretariat (`officer`). `ok` is an answer of success.
"""

COLUMNS = ("nobody", "observer", "own", "lead", "other", "chair", "past", "incoming", "officer")

WHO = {
    "nobody": "nobody",
    "observer": "observer",
    "own": "own",
    "lead": "lead",
    "other": "other",
    "chair": "mar",
    "past": "ken",
    "incoming": "bgd",
    "officer": "secretariat",
}
"""Column → person of the world."""

_TABLE = """
# operation                nobody   observer own      lead     other    chair    past     incoming officer

# the product and the session
getAbout                   ok       ok       ok       ok       ok       ok       ok       ok       ok
signIn                     ok       ok       ok       ok       ok       ok       ok       ok       ok
refreshSession             ok       ok       ok       ok       ok       ok       ok       ok       ok
signOut                    ok       ok       ok       ok       ok       ok       ok       ok       ok
requestPasswordReset       ok       ok       ok       ok       ok       ok       ok       ok       ok
getOneTimeLink             ok       ok       ok       ok       ok       ok       ok       ok       ok
redeemOneTimeLink          ok       ok       ok       ok       ok       ok       ok       ok       ok

# oneself
getMe                      401      ok       ok       ok       ok       ok       ok       ok       ok
changeMe                   401      ok       ok       ok       ok       ok       ok       ok       ok
markSeen                   401      ok       ok       ok       ok       ok       ok       ok       ok
getMyDue                   401      ok       ok       ok       ok       ok       ok       ok       ok
getMyNews                  401      ok       ok       ok       ok       ok       ok       ok       ok

# home
getOverview                ok       ok       ok       ok       ok       ok       ok       ok       ok

# the Hub: a dead letter, and a practice of the champion; none is connected here, so that nothing is compared
getHub                     401      403      403      403      403      403      403      403      ok
listHubDeliveries          401      403      403      403      403      403      403      403      ok
getHubDelivery             401      403      403      403      403      403      403      403      ok
retryHubDelivery           401      403      403      403      403      403      403      403      ok
skipHubDelivery            401      403      403      403      403      403      403      403      ok
getPracticeAtHub           401      403      ok       ok       404      404      404      404      ok
getHubReconciliation       401      403      403      403      403      403      403      403      ok
startHubReconciliation     401      403      403      403      403      403      403      403      409
listHubFindings            401      403      403      403      403      403      403      403      ok
deliverToHubAgain          401      403      403      403      403      403      403      403      409
hearFromHub                ok       ok       ok       ok       ok       ok       ok       ok       ok

# people
listPeople                 401      403      403      ok       ok       ok       ok       ok       ok
invitePerson               401      403      403      ok       403      403      403      403      ok
getPerson                  401      403      403      ok       404      404      404      404      ok
changePerson               401      403      403      ok       404      404      404      404      ok
invitePersonAgain          401      403      403      ok       404      404      404      404      ok
resetPersonPassword        401      403      403      403      404      404      404      404      ok
endPerson                  401      403      403      ok       404      404      404      404      ok
reinstatePerson            401      403      403      ok       404      404      404      404      ok

# vocabularies
listCountries              ok       ok       ok       ok       ok       ok       ok       ok       ok
listRegions                ok       ok       ok       ok       ok       ok       ok       ok       ok
listSdgTargets             ok       ok       ok       ok       ok       ok       ok       ok       ok
listTerms                  ok       ok       ok       ok       ok       ok       ok       ok       ok

# practices: a draft, unless it says otherwise in SPECIAL
listPractices              ok       ok       ok       ok       ok       ok       ok       ok       ok
countPracticeFacets        ok       ok       ok       ok       ok       ok       ok       ok       ok
createPractice             401      403      ok       ok       403      403      403      403      ok
getPractice                404      404      ok       ok       404      404      404      404      ok
changePractice             401      403      ok       ok       404      404      404      404      ok
deletePractice             401      403      ok       ok       404      404      404      404      ok
revisePractice             401      403      ok       ok       403      403      403      403      ok
listPracticeVersions       ok       ok       ok       ok       ok       ok       ok       ok       ok
getPracticeVersion         ok       ok       ok       ok       ok       ok       ok       ok       ok
getPracticeCitation        ok       ok       ok       ok       ok       ok       ok       ok       ok
getVersionCitation         ok       ok       ok       ok       ok       ok       ok       ok       ok
listPracticeReviewSteps    401      404      ok       ok       404      404      404      404      ok
getPracticeReview          401      404      ok       ok       404      404      404      404      ok
getPracticeRound           401      404      ok       ok       404      404      404      404      ok
listPracticeAuthors        401      403      ok       ok       404      404      404      404      ok
assignPracticeReviewer     401      403      403      403      403      403      403      403      ok
removePracticeReviewer     401      403      403      403      403      403      403      403      ok
followPracticeReview       401      404      ok       ok       404      404      404      404      ok
unfollowPracticeReview     401      404      ok       ok       404      404      404      404      ok
listPracticeComments       401      404      ok       ok       404      404      404      404      ok
makePracticeComment        401      404      403      403      404      404      404      404      ok
deletePracticeComment      401      404      403      403      404      404      404      404      ok
answerPracticeComment      401      404      ok       ok       404      404      404      404      ok
resolvePracticeComment     401      404      ok       ok       404      404      404      404      ok
reopenPracticeComment      401      404      ok       ok       404      404      404      404      ok
listPracticeReviews        401      ok       ok       ok       ok       ok       ok       ok       ok
getPracticeReviewTimes     401      403      403      403      403      403      403      403      ok
submitPractice             401      403      ok       ok       404      404      404      404      ok
retractPractice            401      403      ok       ok       404      404      404      404      ok
startPracticeReview        401      403      403      403      403      403      403      403      ok
requestPracticeChanges     401      403      403      403      403      403      403      403      ok
acceptPractice             401      403      403      403      403      403      403      403      ok
publishPractice            401      403      403      403      403      403      403      403      ok
getPracticeTemplate        401      403      ok       ok       ok       ok       ok       ok       ok
importPractices            401      403      ok       ok       403      403      403      403      ok
listPracticePictures       ok       ok       ok       ok       ok       ok       ok       ok       ok
addPracticePicture         401      403      ok       ok       403      403      403      403      ok
changePracticePicture      401      403      ok       ok       403      403      403      403      ok
deletePracticePicture      401      403      ok       ok       403      403      403      403      ok
getPracticePicture         ok       ok       ok       ok       ok       ok       ok       ok       ok
listPracticeTranslations   ok       ok       ok       ok       ok       ok       ok       ok       ok
beginPracticeTranslation   401      403      ok       ok       403      403      403      403      ok
getPracticeTranslation     ok       ok       ok       ok       ok       ok       ok       ok       ok
changePracticeTranslation  401      403      ok       ok       403      403      403      403      ok
checkPracticeTranslation   401      403      ok       ok       403      403      403      403      ok
deletePracticeTranslation  401      403      ok       ok       403      403      403      403      ok
withdrawPractice           401      403      ok       ok       403      403      403      403      ok

# activities: a public one
listActivities             ok       ok       ok       ok       ok       ok       ok       ok       ok
createActivity             401      403      ok       ok       403      403      403      403      ok
getActivity                ok       ok       ok       ok       ok       ok       ok       ok       ok
changeActivity             401      403      ok       ok       403      403      403      403      ok
deleteActivity             401      403      ok       ok       403      403      403      403      ok
planActivity               401      403      ok       ok       403      403      403      403      ok
confirmActivity            401      403      ok       ok       403      403      403      403      ok
holdActivity               401      403      ok       ok       403      403      403      403      ok
reportActivity             401      403      ok       ok       403      403      403      403      ok
postponeActivity           401      403      ok       ok       403      403      403      403      ok
resumeActivity             401      403      ok       ok       403      403      403      403      ok
cancelActivity             401      403      ok       ok       403      403      403      403      ok
reopenActivity             401      403      ok       ok       403      403      403      403      ok
coordinateActivity         401      403      403      403      403      ok       403      403      ok
stopCoordinatingActivity   401      403      403      403      403      ok       403      403      ok
listActivityPartners       ok       ok       ok       ok       ok       ok       ok       ok       ok
askToJoinActivity          401      403      409      409      ok       ok       ok       ok       422
withdrawActivityPartner    401      403      403      403      ok       403      403      403      ok
acceptActivityPartner      401      403      ok       ok       403      403      403      403      ok
declineActivityPartner     401      403      ok       ok       403      403      403      403      ok
listActivityPictures       ok       ok       ok       ok       ok       ok       ok       ok       ok
addActivityPicture         401      403      ok       ok       403      403      403      403      ok
changeActivityPicture      401      403      ok       ok       403      403      403      403      ok
deleteActivityPicture      401      403      ok       ok       403      403      403      403      ok
getActivityPicture         ok       ok       ok       ok       ok       ok       ok       ok       ok
getActivityRegistration    ok       ok       ok       ok       ok       ok       ok       ok       ok
openActivityRegistration   401      403      ok       ok       403      403      403      403      ok
closeActivityRegistration  401      403      ok       ok       403      403      403      403      ok
registerForActivity        422      ok       409      ok       ok       ok       ok       ok       ok
withdrawFromActivity       401      409      ok       409      409      409      409      409      409
listActivityRegistrations  401      403      ok       ok       403      403      403      403      ok
getRegistrationLink        ok       ok       ok       ok       ok       ok       ok       ok       ok
confirmRegistration        ok       ok       ok       ok       ok       ok       ok       ok       ok
withdrawRegistration       ok       ok       ok       ok       ok       ok       ok       ok       ok

# collaboration: what the champion seeks, set aside and wrote
getCoverage                ok       ok       ok       ok       ok       ok       ok       ok       ok
getOverTime                ok       ok       ok       ok       ok       ok       ok       ok       ok
listSuggestions            401      403      ok       ok       ok       ok       ok       ok       ok
dismissSuggestion          401      403      ok       ok       403      403      403      403      ok
takeSuggestionUpAgain      401      403      ok       ok       404      404      404      404      ok
listCollaborationNeeds     401      403      ok       ok       ok       ok       ok       ok       ok
sayCollaborationNeed       401      403      ok       ok       403      403      403      403      ok
takeCollaborationNeedBack  401      403      ok       ok       403      403      403      403      ok
listCollaborationContacts  401      403      ok       ok       ok       ok       ok       ok       ok
contactChampion            401      403      ok       ok       403      403      403      403      ok
getCollaborationContact    401      403      ok       ok       404      404      404      404      ok
followUpCollaborationContact 401    403      ok       ok       404      404      404      404      ok

# the audit trail
listAuditEntries           401      403      403      403      403      403      403      403      ok

# workplans: not shared with observers
listWorkplans              401      ok       ok       ok       ok       ok       ok       ok       ok
createWorkplan             401      403      403      403      403      ok       403      403      ok
getWorkplan                401      404      ok       ok       ok       ok       ok       ok       ok
changeWorkplan             401      403      403      403      403      ok       403      403      ok
deleteWorkplan             401      403      403      403      403      ok       403      403      ok
adoptWorkplan              401      403      403      403      403      ok       403      403      ok
reopenWorkplan             401      403      403      403      403      ok       403      403      ok
closeWorkplan              401      403      403      403      403      ok       403      403      ok
rollOverWorkplan           401      403      403      403      403      ok       403      403      ok
exportWorkplan             401      404      ok       ok       ok       ok       ok       ok       ok
importWorkplan             401      403      403      403      403      ok       403      403      ok
listWorkplanReviews        401      404      ok       ok       ok       ok       ok       ok       ok
reviewWorkplan             401      403      403      403      403      ok       403      403      ok
getWorkplanReview          401      404      ok       ok       ok       ok       ok       ok       ok
listWorkplanItems          401      ok       ok       ok       ok       ok       ok       ok       ok
createWorkplanItem         401      403      403      403      403      ok       403      403      ok
getWorkplanItem            401      404      ok       ok       ok       ok       ok       ok       ok
changeWorkplanItem         401      403      403      403      403      ok       403      403      ok
changeWorkplanItems        401      403      403      403      403      ok       403      403      ok
deleteWorkplanItem         401      403      403      403      403      ok       403      403      ok
listWorkplanItemUpdates    401      404      ok       ok       ok       ok       ok       ok       ok
reportWorkplanItemProgress 401      403      ok       ok       403      ok       403      403      ok
changeWorkplanItemUpdate   401      403      ok       ok       403      ok       403      403      ok

# meetings: not shared with observers
listMeetings               ok       ok       ok       ok       ok       ok       ok       ok       ok
listMeetingQuarters        401      403      ok       ok       ok       ok       ok       ok       ok
createMeeting              401      403      403      403      403      ok       403      403      ok
getMeeting                 404      404      ok       ok       ok       ok       ok       ok       ok
changeMeeting              401      403      403      403      403      ok       403      403      ok
deleteMeeting              401      403      403      403      403      ok       403      403      ok
rescheduleMeeting          401      403      403      403      403      ok       403      403      ok
openMeetingAgenda          401      403      403      403      403      ok       403      403      ok
circulateMeetingAgenda     401      403      403      403      403      ok       403      403      ok
holdMeeting                401      403      403      403      403      ok       403      403      ok
circulateMeetingMinutes    401      403      403      403      403      ok       403      403      ok
closeMeeting               401      403      403      403      403      ok       403      403      ok

# minutes: circulated for corrections, not shared with observers; one correction of the champion
getMinutes                 401      404      ok       ok       ok       ok       ok       ok       ok
getTermMinutes             401      ok       ok       ok       ok       ok       ok       ok       ok
changeMinutes              401      403      403      403      403      ok       403      403      ok
adoptMinutes               401      403      403      403      403      ok       403      403      ok
getMinutesItem             401      404      ok       ok       ok       ok       ok       ok       ok
writeMinutesItem           401      403      403      403      403      ok       403      403      ok
attributeMinutesItem       401      403      ok       ok       403      403      403      403      ok
listMinutesVersions        401      404      ok       ok       ok       ok       ok       ok       ok
restoreMinutesVersion      401      403      403      403      403      ok       403      403      ok
listMinutesCorrections     401      404      ok       ok       ok       ok       ok       ok       ok
proposeMinutesCorrection   401      403      ok       ok       403      403      403      403      ok
takeMinutesCorrection      401      403      403      403      403      ok       403      403      ok
declineMinutesCorrection   401      403      403      403      403      ok       403      403      ok
withdrawMinutesCorrection  401      403      ok       ok       403      403      403      403      ok
listMinutesPhrases         401      403      403      403      403      ok       403      403      ok
addMinutesPhrase           401      403      403      403      403      403      403      403      ok
changeMinutesPhrase        401      403      403      403      403      403      403      403      ok
deleteMinutesPhrase        401      403      403      403      403      403      403      403      ok

# decisions of that meeting
listDecisions              ok       ok       ok       ok       ok       ok       ok       ok       ok
getDecision                404      404      ok       ok       ok       ok       ok       ok       ok
listMeetingDecisions       404      404      ok       ok       ok       ok       ok       ok       ok
recordDecision             401      403      403      403      403      ok       403      403      ok
changeDecision             401      403      403      403      403      ok       403      403      ok
deleteDecision             401      403      403      403      403      ok       403      403      ok

# action items: of the champion
listActionItems            401      ok       ok       ok       ok       ok       ok       ok       ok
createActionItem           401      403      403      403      403      ok       403      403      ok
getActionItem              401      404      ok       ok       ok       ok       ok       ok       ok
changeActionItem           401      403      403      403      403      ok       403      403      ok
deleteActionItem           401      403      403      403      403      ok       403      403      ok
listActionItemUpdates      401      404      ok       ok       ok       ok       ok       ok       ok
reportOnActionItem         401      403      ok       ok       403      ok       403      403      ok
keepActionItemDate         401      403      403      403      403      ok       403      403      ok
completeActionItem         401      403      ok       ok       403      ok       403      403      ok
dropActionItem             401      403      403      403      403      ok       403      403      ok
reopenActionItem           401      403      403      403      403      ok       403      403      ok
postponeMeeting            401      403      403      403      403      ok       403      403      ok
cancelMeeting              401      403      403      403      403      ok       403      403      ok
returnMeetingToPlan        401      403      403      403      403      ok       403      403      ok
reopenMeetingAgenda        401      403      403      403      403      ok       403      403      ok
undoMeetingHold            401      403      403      403      403      ok       403      403      ok

# agenda items: proposals of the champion
listAgendaProposals        404      404      ok       ok       ok       ok       ok       ok       ok
proposeAgendaItem          401      403      ok       ok       403      403      403      403      ok
changeAgendaItem           401      403      ok       ok       403      ok       403      403      ok
acceptAgendaProposal       401      403      403      403      403      ok       403      403      ok
declineAgendaProposal      401      403      403      403      403      ok       403      403      ok
withdrawAgendaProposal     401      403      ok       ok       403      403      403      403      ok
reopenAgendaProposal       401      403      403      403      403      ok       403      403      ok
mergeAgendaProposal        401      403      403      403      403      ok       403      403      ok
# of the champion of the column `other`; the secretariat must name on whose behalf
supportAgendaProposal      401      403      ok       ok       403      403      403      403      ok
withdrawAgendaProposalSupport 401   403      ok       ok       409      404      404      404      422
orderAgenda                401      403      403      403      403      ok       403      403      ok
getAgendaDraft             401      403      403      403      403      ok       403      403      ok
takeAgendaDraft            401      403      403      403      403      ok       403      403      ok
markAgendaItem             401      403      403      403      403      ok       403      403      ok
carryOverAgendaItem        401      403      403      403      403      ok       403      403      ok

# times to meet
findMeetingSlots           401      403      403      403      403      ok       403      ok       ok

# documents: the champion's, of a meeting that is not shared with observers
listDocuments              404      404      ok       ok       ok       ok       ok       ok       ok
getDocument                404      404      ok       ok       ok       ok       ok       ok       ok
getMeetingPack             404      404      ok       ok       ok       ok       ok       ok       ok
downloadDocumentFile       404      404      ok       ok       ok       ok       ok       ok       ok
addDocument                401      403      ok       ok       ok       ok       ok       ok       ok
addDocumentFile            401      403      ok       ok       403      ok       403      403      ok
changeDocument             401      403      ok       ok       403      ok       403      403      ok
deleteDocument             401      403      ok       ok       403      ok       403      403      ok
withdrawDocument           401      403      ok       ok       403      ok       403      403      ok
restoreDocument            401      403      ok       ok       404      ok       404      404      ok

# uploads: of the champion's ordinary focal point
getUploadProtocol          ok       ok       ok       ok       ok       ok       ok       ok       ok
createUpload               401      403      ok       ok       ok       ok       ok       ok       ok
getUploadOffset            401      403      ok       404      404      404      404      404      404
sendUploadPart             401      403      ok       404      404      404      404      404      404
deleteUpload               401      403      ok       404      404      404      404      404      404
# the handover of the present term: the record belongs to its pair
getHandoverBrief           401      403      404      404      404      ok       404      ok       ok
getHandoverNote            401      403      404      404      404      ok       404      ok       ok
writeHandoverNote          401      403      403      403      403      ok       403      403      ok

# joint statements: one that the members may read, drafted by the champion of `own`, unless it says otherwise in SPECIAL
listStatements             ok       ok       ok       ok       ok       ok       ok       ok       ok
createStatement            401      403      ok       ok       ok       ok       ok       ok       ok
getStatement               404      404      ok       ok       ok       ok       ok       ok       ok
changeStatement            401      403      ok       ok       403      ok       403      403      ok
deleteStatement            401      403      ok       ok       403      ok       403      403      ok
writeStatementVersion      401      403      ok       ok       403      ok       403      403      ok
getStatementVersion        404      404      ok       ok       ok       ok       ok       ok       ok
compareStatementVersions   404      404      ok       ok       ok       ok       ok       ok       ok
adoptStatement             401      403      403      403      403      ok       403      403      ok
deliverStatement           401      403      403      403      403      ok       403      403      ok
withdrawStatement          401      403      403      403      403      ok       403      403      ok
setStatementSignOnPeriod   401      403      403      403      403      ok       403      403      ok
getStatementSilence        401      403      ok       ok       ok       ok       ok       ok       ok
openStatementSilence       401      403      403      403      403      ok       403      403      ok
checkStatementSilence      401      403      403      403      403      ok       403      403      ok
getStatementCertificate    401      403      ok       ok       ok       ok       ok       ok       ok
objectToStatement          401      403      ok       ok       403      403      403      403      ok
askForStatementTime        401      403      ok       ok       403      403      403      403      ok
joinStatementEarly         401      403      ok       ok       403      403      403      403      ok
recallStatementSilence     401      403      403      403      403      ok       403      403      ok
giveStatementTime          401      403      403      403      403      ok       403      403      ok
listStatementRemarks       401      403      ok       ok       ok       ok       ok       ok       ok
makeStatementRemark        401      403      ok       ok       403      403      403      403      ok
acceptStatementRemark      401      403      ok       ok       403      ok       403      403      ok
declineStatementRemark     401      403      ok       ok       403      ok       403      403      ok
withdrawStatementRemark    401      403      ok       ok       403      403      403      403      ok
listStatementSignOns       404      404      ok       ok       ok       ok       ok       ok       ok
signStatement              401      403      ok       ok       403      ok       403      403      ok
withdrawStatementSignOn    401      403      ok       ok       403      ok       403      403      ok

# pledges: a public one that is made, unless it says otherwise in SPECIAL
listPledges                ok       ok       ok       ok       ok       ok       ok       ok       ok
getPledgeDashboard         ok       ok       ok       ok       ok       ok       ok       ok       ok
exportPledges              ok       ok       ok       ok       ok       ok       ok       ok       ok
createPledge               401      403      ok       ok       403      403      403      403      ok
getPledge                  ok       ok       ok       ok       ok       ok       ok       ok       ok
changePledge               401      403      ok       ok       403      403      403      403      ok
deletePledge               401      403      ok       ok       404      404      404      404      ok
makePledge                 401      403      ok       ok       404      404      404      404      ok
beginPledge                401      403      ok       ok       403      403      403      403      ok
fulfilPledge               401      403      ok       ok       403      403      403      403      ok
fulfilPledgePartly         401      403      ok       ok       403      403      403      403      ok
discontinuePledge          401      403      ok       ok       403      403      403      403      ok
resumePledge               401      403      ok       ok       403      403      403      403      ok
confirmPledge              401      403      ok       ok       403      403      403      403      ok
declinePledge              401      403      ok       ok       403      403      403      403      ok
putPledgeFile              401      403      ok       ok       403      403      403      403      ok
downloadPledgeFile         ok       ok       ok       ok       ok       ok       ok       ok       ok
removePledgeFile           401      403      ok       ok       403      403      403      403      ok
listPledgeReports          ok       ok       ok       ok       ok       ok       ok       ok       ok
reportPledge               401      403      ok       ok       403      403      403      403      ok
correctPledgeReport        401      403      ok       ok       403      403      403      403      ok

# consultations: an open one, unless it says otherwise in SPECIAL
listConsultations          401      403      ok       ok       ok       ok       ok       ok       ok
createConsultation         401      403      403      403      403      ok       403      403      ok
getConsultation            401      403      ok       ok       ok       ok       ok       ok       ok
changeConsultation         401      403      403      403      403      ok       403      403      ok
deleteConsultation         401      403      403      403      403      ok       403      403      ok
openConsultation           401      403      403      403      403      ok       403      403      ok
closeConsultation          401      403      403      403      403      ok       403      403      ok
withdrawConsultation       401      403      403      403      403      ok       403      403      ok
extendConsultation         401      403      403      403      403      ok       403      403      ok
concludeConsultation       401      403      403      403      403      ok       403      403      ok
listConsultationAnswers    401      403      ok       ok       ok       ok       ok       ok       ok
answerConsultation         401      403      ok       ok       403      403      403      403      ok

# date polls: an open one, which the champion has answered, unless it says otherwise in SPECIAL
listDatePolls              ok       ok       ok       ok       ok       ok       ok       ok       ok
createDatePoll             401      403      403      403      403      ok       403      403      ok
getDatePoll                404      404      ok       ok       ok       ok       ok       ok       ok
changeDatePoll             401      403      403      403      403      ok       403      403      ok
deleteDatePoll             401      403      403      403      403      ok       403      403      ok
openDatePoll               401      403      403      403      403      ok       403      403      ok
closeDatePoll              401      403      403      403      403      ok       403      403      ok
cancelDatePoll             401      403      403      403      403      ok       403      403      ok
extendDatePoll             401      403      403      403      403      ok       403      403      ok
chooseDate                 401      403      403      403      403      ok       403      403      ok
getDatePollAnswers         404      404      ok       ok       ok       ok       ok       ok       ok
answerDatePoll             401      403      ok       ok       403      403      403      403      ok

# invitations, answers, calendars: of a meeting that is not shared with observers, its agenda open
getInvitation              401      403      403      403      403      ok       403      ok       ok
prepareInvitation          401      403      403      403      403      ok       403      403      ok
inviteToMeeting            401      403      403      403      403      ok       403      403      ok
sendMeetingUpdate          401      403      403      403      403      ok       403      403      ok
listMeetingMails           401      403      403      403      403      ok       403      ok       ok
sendMeetingMailAgain       401      403      403      403      403      ok       403      403      ok
listAttendance             401      403      ok       ok       ok       ok       ok       ok       ok
answerInvitation           401      403      ok       ok       ok       ok       ok       ok       409
answerInvitationOnBehalf   401      403      403      403      403      ok       403      403      ok
callRoll                   401      403      403      403      403      ok       403      403      ok
takeAttendance             401      403      403      403      403      ok       403      403      ok
getAnswerLink              ok       ok       ok       ok       ok       ok       ok       ok       ok
answerByLink               ok       ok       ok       ok       ok       ok       ok       ok       ok
getMeetingCalendar         404      404      ok       ok       ok       ok       ok       ok       ok
getCalendarFeed            401      ok       ok       ok       ok       ok       ok       ok       ok
makeCalendarFeed           401      ok       ok       ok       ok       ok       ok       ok       ok
revokeCalendarFeed         401      ok       ok       ok       ok       ok       ok       ok       ok

# the room of a meeting: not shared with observers; requests for the floor of the champion
getMeetingRoom             401      404      ok       ok       ok       ok       ok       ok       ok
followMeeting              401      404      ok       ok       ok       ok       ok       ok       ok
openMeetingRoom            401      403      403      403      403      ok       403      403      ok
moveMeetingRoom            401      403      403      403      403      ok       403      403      ok
pauseMeetingRoom           401      403      403      403      403      ok       403      403      ok
resumeMeetingRoom          401      403      403      403      403      ok       403      403      ok
endMeetingRoom             401      403      403      403      403      ok       403      403      ok
tellPresence               401      403      403      403      403      ok       403      403      ok
requestFloor               401      403      ok       ok       403      ok       403      403      ok
giveFloor                  401      403      403      403      403      ok       403      403      ok
finishSpeaker              401      403      ok       ok       403      ok       403      403      ok
withdrawSpeaker            401      403      ok       ok       403      403      403      403      ok
removeSpeaker              401      403      403      403      403      ok       403      403      ok
reorderSpeaker             401      403      403      403      403      ok       403      403      ok

# champions
listChampions              ok       ok       ok       ok       ok       ok       ok       ok       ok
createChampion             401      403      403      403      403      403      403      403      ok
getChampion                ok       ok       ok       ok       ok       ok       ok       ok       ok
changeChampion             401      403      ok       ok       403      403      403      403      ok
deleteChampion             401      403      403      403      403      403      403      403      ok
leaveChampion              401      403      403      403      403      403      403      403      ok
rejoinChampion             401      403      403      403      403      403      403      403      ok

# co-chair terms
listCochairTerms           ok       ok       ok       ok       ok       ok       ok       ok       ok
createCochairTerm          401      403      403      403      403      403      403      403      ok
getCurrentCochairs         ok       ok       ok       ok       ok       ok       ok       ok       ok
getCochairTerm             ok       ok       ok       ok       ok       ok       ok       ok       ok
changeCochairTerm          401      403      403      403      403      403      403      403      ok
deleteCochairTerm          401      403      403      403      403      403      403      403      ok
replaceCochair             401      403      403      403      403      403      403      403      ok
undoCochairReplacement     401      403      403      403      403      403      403      403      ok
proposeCochairTerms        401      403      403      403      403      ok       403      ok       ok
planCochairTerms           401      403      403      403      403      403      403      403      ok
listCochairAvailabilities  401      403      ok       ok       ok       ok       ok       ok       ok
sayCochairAvailability     401      403      ok       ok       403      403      403      403      ok
takeBackCochairAvailability 401     403      ok       ok       404      403      404      403      ok

# the mechanism: records of the champion; calls and tools are the co-chairs'
getHubOverview             ok       ok       ok       ok       ok       ok       ok       ok       ok
listJointProgrammes        ok       ok       ok       ok       ok       ok       ok       ok       ok
createJointProgramme       401      403      ok       ok       403      403      403      403      ok
changeJointProgramme       401      403      ok       ok       403      ok       403      403      ok
deleteJointProgramme       401      403      ok       ok       403      ok       403      403      ok
listFundCalls              ok       ok       ok       ok       ok       ok       ok       ok       ok
createFundCall             401      403      403      403      403      ok       403      403      ok
changeFundCall             401      403      403      403      403      ok       403      403      ok
deleteFundCall             401      403      403      403      403      ok       403      403      ok
listFundAdvocacy           ok       ok       ok       ok       ok       ok       ok       ok       ok
createFundAdvocacy         401      403      ok       ok       403      403      403      403      ok
changeFundAdvocacy         401      403      ok       ok       403      ok       403      403      ok
deleteFundAdvocacy         401      403      ok       ok       403      ok       403      403      ok
listNetworkTools           ok       ok       ok       ok       ok       ok       ok       ok       ok
createNetworkTool          401      403      403      403      403      ok       403      403      ok
changeNetworkTool          401      403      403      403      403      ok       403      403      ok
deleteNetworkTool          401      403      403      403      403      ok       403      403      ok
supportNetworkTool         401      403      ok       ok       403      403      403      403      ok
endNetworkToolSupport      401      403      ok       ok       403      403      403      403      ok

# objectives and goals
listObjectives             ok       ok       ok       ok       ok       ok       ok       ok       ok
getObjective               ok       ok       ok       ok       ok       ok       ok       ok       ok
listGoals                  ok       ok       ok       ok       ok       ok       ok       ok       ok

# processes
listProcesses              ok       ok       ok       ok       ok       ok       ok       ok       ok
createProcess              401      403      403      403      403      ok       403      403      ok
getProcess                 ok       ok       ok       ok       ok       ok       ok       ok       ok
changeProcess              401      403      403      403      403      ok       403      403      ok
deleteProcess              401      403      403      403      403      ok       403      403      ok
getProcessContributions    ok       ok       ok       ok       ok       ok       ok       ok       ok
linkProcessPractice        401      403      ok       ok       403      ok       403      403      ok
unlinkProcessPractice      401      403      ok       ok       403      ok       403      403      ok
createProcessDeadline      401      403      403      403      403      ok       403      403      ok
changeProcessDeadline      401      403      403      403      403      ok       403      403      ok
deleteProcessDeadline      401      403      403      403      403      ok       403      403      ok
meetProcessDeadline        401      403      ok       ok       403      ok       403      403      ok
reopenProcessDeadline      401      403      ok       ok       403      ok       403      403      ok
"""


def _read(table: str) -> dict[str, dict[str, str]]:
    rows = [line.split() for line in table.splitlines() if line.strip() and not line.startswith("#")]
    return {name: dict(zip(COLUMNS, cells, strict=True)) for name, *cells in rows}


EXPECTED = _read(_TABLE)
"""Operation → column → `ok` or the status of the refusal."""

UNAUDITED = frozenset(
    {
        "signIn", "refreshSession", "signOut", "requestPasswordReset", "markSeen", "tellPresence",
        "getUploadProtocol", "createUpload", "getUploadOffset", "sendUploadPart", "deleteUpload",
        "proposeCochairTerms", "findMeetingSlots",
    }
)  # fmt: skip
"""Writes that change no record: sessions, the note of a visit, files that belong nowhere yet, what the planner is asked."""
