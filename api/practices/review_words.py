"""What the letters of a review say: subject, paragraphs and the label of the button; by language."""

from api.platform.language import Language

Words = dict[Language, tuple[str, str, str]]
"""``{title}``, ``{champion}``, ``{person}``, ``{count}`` and ``{round}`` are filled in."""

ASSIGNED: Words = {
    Language.ENGLISH: (
        "Your advice is asked for: {title}",
        "The secretariat asks you to advise on a practice of {champion}. You can comment on each field of it; the secretariat decides, and {champion} answers you.",
        "Read and advise",
    ),
    Language.FRENCH: (
        "Votre avis est sollicité : {title}",
        "Le secrétariat vous demande votre avis sur une pratique présentée par : {champion}. Vous pouvez commenter chaque champ ; la décision revient au secrétariat, et le pays vous répond.",
        "Lire et donner mon avis",
    ),
    Language.ARABIC: (
        "مطلوب رأيكم: {title}",
        "تطلب منكم الأمانة إبداء الرأي في ممارسة قدّمها البلد الرائد: {champion}. يمكنكم التعليق على كل خانة؛ والقرار للأمانة، والبلد يجيبكم.",
        "الاطّلاع وإبداء الرأي",
    ),
}
SUBMITTED: Words = {
    Language.ENGLISH: (
        "Submitted for review: {title}",
        "{champion} has submitted this practice (round {round}).",
        "Read the practice",
    ),
    Language.FRENCH: (
        "Soumise à examen : {title}",
        "Cette pratique a été soumise (tour {round}). Pays champion : {champion}.",
        "Lire la pratique",
    ),
    Language.ARABIC: (
        "قُدّمت للمراجعة: {title}",
        "قُدّمت هذه الممارسة للمراجعة (الجولة {round}). البلد الرائد: {champion}.",
        "الاطّلاع على الممارسة",
    ),
}
CHANGES_ASKED: Words = {
    Language.ENGLISH: (
        "Changes are asked for: {title}",
        "{person} asks for changes to this practice. What is asked stands beside each field; answer there, mend it and submit it again.",
        "See what is asked",
    ),
    Language.FRENCH: (
        "Des modifications sont demandées : {title}",
        "{person} demande des modifications à cette pratique. Chaque demande figure à côté du champ concerné ; répondez-y, corrigez puis soumettez de nouveau.",
        "Voir ce qui est demandé",
    ),
    Language.ARABIC: (
        "مطلوب إدخال تعديلات: {title}",
        "يُطلب إدخال تعديلات على هذه الممارسة ({person}). كل طلب مبيّن بجانب خانته؛ أجيبوا عنه هناك وعدّلوا النص ثم قدّموه من جديد.",
        "الاطّلاع على المطلوب",
    ),
}
ANSWERED: Words = {
    Language.ENGLISH: ("{person} has answered: {title}", "In answer to a comment on this practice:", "Read the answer"),
    Language.FRENCH: (
        "{person} a répondu : {title}",
        "En réponse à un commentaire sur cette pratique :",
        "Lire la réponse",
    ),
    Language.ARABIC: ("ردّ جديد من {person}: {title}", "ردّاً على تعليق على هذه الممارسة:", "قراءة الردّ"),
}
ACCEPTED: Words = {
    Language.ENGLISH: (
        "Accepted: {title}",
        "The secretariat has accepted this practice of {champion}. Its publication is next.",
        "Read the practice",
    ),
    Language.FRENCH: (
        "Acceptée : {title}",
        "Le secrétariat a accepté cette pratique. Pays champion : {champion}. Elle sera publiée prochainement.",
        "Lire la pratique",
    ),
    Language.ARABIC: (
        "قُبلت: {title}",
        "قبلت الأمانة هذه الممارسة. البلد الرائد: {champion}. والخطوة التالية نشرها.",
        "الاطّلاع على الممارسة",
    ),
}
PUBLISHED: Words = {
    Language.ENGLISH: (
        "Published: {title}",
        "This practice of {champion} is published. It has a stable address and can be cited.",
        "See it as others do",
    ),
    Language.FRENCH: (
        "Publiée : {title}",
        "Cette pratique est publiée. Pays champion : {champion}. Elle a une adresse stable et peut être citée.",
        "La voir comme tout le monde",
    ),
    Language.ARABIC: (
        "نُشرت: {title}",
        "نُشرت هذه الممارسة. البلد الرائد: {champion}. ولها عنوان ثابت يمكن الاستشهاد به.",
        "الاطّلاع عليها كما يراها الجميع",
    ),
}
