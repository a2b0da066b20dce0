"""What the letters of consultations say: subject, why, until when, and the label of the button; by language."""

from api.consultations.models import Outcome
from api.platform.language import Language

Words = dict[Language, tuple[str, str, str, str]]

OPENED: Words = {
    Language.ENGLISH: (
        "Your answer is asked for by {day}: {title}",
        "The co-chairs put this proposal to all champions:",
        "Answers are taken until {deadline}. Agree, comment or object; one answer counts for your State, the last one given.",
        "Answer",
    ),
    Language.FRENCH: (
        "Votre réponse est attendue avant le {day} : {title}",
        "La coprésidence soumet cette proposition à tous les pays champions :",
        "Les réponses sont reçues jusqu’au {deadline}. Approuvez, commentez ou objectez ; une seule réponse compte pour votre État, la dernière donnée.",
        "Répondre",
    ),
    Language.ARABIC: (
        "ردّكم مطلوب قبل {day}: {title}",
        "يعرض الرئيسان المشاركان هذا المقترح على جميع البلدان الرائدة:",
        "تُقبل الردود حتى {deadline}. يمكنكم الموافقة أو التعليق أو الاعتراض؛ ويُحتسب لدولتكم ردّ واحد هو الأخير.",
        "الردّ",
    ),
}
REMINDER: Words = {
    Language.ENGLISH: (
        "One day left to answer: {title}",
        "Your State has not answered this consultation yet.",
        "It closes on {deadline}. Without an answer your State is shown as silent.",
        "Answer",
    ),
    Language.FRENCH: (
        "Plus qu’un jour pour répondre : {title}",
        "Votre État n’a pas encore répondu à cette consultation.",
        "Elle se clôt le {deadline}. Sans réponse, votre État apparaîtra comme n’ayant pas répondu.",
        "Répondre",
    ),
    Language.ARABIC: (
        "بقي يوم واحد للردّ: {title}",
        "لم تردّ دولتكم بعد على هذا التشاور.",
        "يُغلق التشاور يوم {deadline}. وإن لم يصل ردّ ظهرت دولتكم ضمن من لم يردّ.",
        "الردّ",
    ),
}
EXTENDED: Words = {
    Language.ENGLISH: (
        "More time to answer, until {day}: {title}",
        "The co-chairs extend this consultation. They say why:",
        "Answers are now taken until {deadline}. What your State has answered stands; a later answer takes its place.",
        "Read and answer",
    ),
    Language.FRENCH: (
        "Délai prolongé jusqu’au {day} : {title}",
        "La coprésidence prolonge cette consultation. Elle en donne la raison :",
        "Les réponses sont désormais reçues jusqu’au {deadline}. La réponse déjà donnée par votre État reste valable ; une nouvelle réponse la remplace.",
        "Lire et répondre",
    ),
    Language.ARABIC: (
        "مُدّدت مهلة الردّ حتى {day}: {title}",
        "مدّد الرئيسان المشاركان هذا التشاور للسبب التالي:",
        "تُقبل الردود الآن حتى {deadline}. يبقى ردّ دولتكم قائماً إن سبق تقديمه، ويحلّ محلّه أي ردّ لاحق.",
        "الاطّلاع والردّ",
    ),
}
CONCLUDED: Words = {
    Language.ENGLISH: (
        "Result of the consultation: {title}",
        "{outcome} This is what the co-chairs take from the answers.",
        "Answers were taken until {deadline}; all of them stand beside the result.",
        "Read the result",
    ),
    Language.FRENCH: (
        "Résultat de la consultation : {title}",
        "{outcome} C’est ce que la coprésidence retient des réponses.",
        "Les réponses ont été reçues jusqu’au {deadline} ; elles figurent toutes à côté du résultat.",
        "Lire le résultat",
    ),
    Language.ARABIC: (
        "نتيجة التشاور: {title}",
        "{outcome} هذا ما خلص إليه الرئيسان المشاركان من الردود.",
        "قُبلت الردود حتى {deadline}، وهي مدرجة كلها إلى جانب النتيجة.",
        "الاطّلاع على النتيجة",
    ),
}
OUTCOMES: dict[Language, dict[Outcome, str]] = {
    Language.ENGLISH: {
        Outcome.AGREED: "Agreed.",
        Outcome.AGREED_WITH_CHANGES: "Agreed with changes.",
        Outcome.NOT_AGREED: "Not agreed.",
        Outcome.TO_BE_DISCUSSED: "To be discussed at a meeting.",
    },
    Language.FRENCH: {
        Outcome.AGREED: "Approuvé.",
        Outcome.AGREED_WITH_CHANGES: "Approuvé avec des modifications.",
        Outcome.NOT_AGREED: "Non approuvé.",
        Outcome.TO_BE_DISCUSSED: "À débattre lors d’une réunion.",
    },
    Language.ARABIC: {
        Outcome.AGREED: "تمت الموافقة.",
        Outcome.AGREED_WITH_CHANGES: "تمت الموافقة مع تعديلات.",
        Outcome.NOT_AGREED: "لم تتم الموافقة.",
        Outcome.TO_BE_DISCUSSED: "يُناقش في اجتماع.",
    },
}
