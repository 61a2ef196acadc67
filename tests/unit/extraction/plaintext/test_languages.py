"""Text dumps in many languages: an appeal above or below the text goes whole, the report stays whole."""

import pytest

from tests.dumps import extracted

# language: headline, report, appeal
DUMPS = {
    "nl": (
        "Haven na storm weer open",
        (
            "De haven van Port Haven is vrijdag weer opengegaan, drie dagen na de storm die de halve pier vernielde.",
            "Veerboten naar de eilanden varen vanaf twaalf uur weer, zei het havenbedrijf, maar zonder auto's aan boord.",
            "“Wij hebben het erger meegemaakt”, zei Ada Roe, die al veertig jaar kaartjes verkoopt op de kade.",
        ),
        (
            "Beste lezer,",
            "Wij maken deze verhalen met een klein team en zonder grote adverteerders, en dat wordt elk jaar moeilijker.",
            "Met jouw bijdrage kunnen wij blijven schrijven over wat er in deze regio gebeurt, ook als niemand anders komt.",
            "Kies een bedrag",
            "€5",
            "€10",
            "Doneer",
            "Nee, nu niet",
        ),
    ),
    "da": (
        "Havnen åbner efter stormen",
        (
            "Havnen i Port Haven åbnede igen fredag, tre dage efter stormen, der ødelagde halvdelen af molen.",
            "Færgerne til øerne sejler igen fra klokken tolv, siger havnemyndigheden, men uden biler om bord.",
            "»Vi har set det, der var værre,« siger Ada Roe, som har solgt billetter på kajen i fyrre år.",
        ),
        (
            "Hjælp os med at fortsætte",
            "Vi er et lille medie, og vi lever af jer, der læser med hver eneste dag hele året rundt.",
            "Bliv medlem fra 29 kr. om måneden",
            "Bliv medlem",
        ),
    ),
    "tr": (
        "Fırtınanın ardından liman açıldı",
        (
            "Port Haven limanı, iskelenin yarısını yıkan fırtınadan üç gün sonra cuma günü yeniden açıldı.",
            "Liman idaresi, adalara giden vapurların öğleden itibaren araçsız olarak yeniden sefere başlayacağını söyledi.",
            "Kırk yıldır rıhtımda bilet satan Ada Roe, “Daha kötüsünü de gördük” dedi.",
        ),
        (
            "Değerli okurlarımız,",
            "Bağımsız habercilik yapabilmemiz için size ihtiyacımız var, çünkü arkamızda hiçbir sermaye grubu yok.",
            "Ayda yalnızca 50 ₺ ile bize destek olabilirsiniz.",
            "Destek ol",
            "Aylık",
            "Yıllık",
        ),
    ),
    "el": (
        "Άνοιξε το λιμάνι μετά την καταιγίδα",
        (
            "Το λιμάνι του Πορτ Χέιβεν άνοιξε ξανά την Παρασκευή, τρεις ημέρες μετά την καταιγίδα που κατέστρεψε τη μισή προβλήτα.",
            "Τα πλοία προς τα νησιά εκτελούν ξανά δρομολόγια από το μεσημέρι, ανακοίνωσε η λιμενική αρχή, χωρίς αυτοκίνητα.",
            "«Έχουμε δει και χειρότερα», δήλωσε η Άντα Ρόου, που πουλά εισιτήρια εδώ και σαράντα χρόνια.",
        ),
        (
            "Στηρίξτε την ανεξάρτητη δημοσιογραφία",
            "Η δουλειά μας στηρίζεται αποκλειστικά σε εσάς, τους αναγνώστες μας, και σε κανέναν άλλον.",
            "Με 3 € τον μήνα μας βοηθάτε να συνεχίσουμε.",
            "Γίνε συνδρομητής",
        ),
    ),
    "ko": (
        "폭풍 뒤 항구 다시 열려",
        (
            "포트헤이븐 항구가 부두의 절반을 무너뜨린 폭풍이 지나간 지 사흘 만인 금요일에 다시 문을 열었다.",
            "항만청은 섬으로 가는 여객선이 정오부터 운항을 재개하지만 차량은 실을 수 없다고 밝혔다.",
            "40년 동안 부두에서 표를 팔아 온 에이다 로는 “더 심한 것도 봤다”고 말했다.",
        ),
        (
            "독자 여러분,",
            "우리는 광고 없이 독자 여러분의 후원으로만 운영되는 독립 언론입니다.",
            "월 5,000원으로 우리의 취재를 도와주세요.",
            "후원하기",
            "다음에",
        ),
    ),
    "ar": (
        "إعادة فتح الميناء بعد العاصفة",
        (
            "أعيد فتح ميناء بورت هيفن يوم الجمعة بعد ثلاثة أيام من العاصفة التي دمرت نصف رصيفه، وعاد الصيادون إلى البحر.",
            "وقالت سلطة الميناء إن العبارات إلى الجزر ستعمل من جديد اعتبارا من الظهر ولكن من دون سيارات هذا الأسبوع.",
            "وقالت آدا رو التي تبيع التذاكر منذ أربعين عاما: «لقد رأينا ما هو أسوأ».",
        ),
        (
            "أعزاءنا القراء،",
            "نحن نعتمد عليكم وحدكم في عملنا، ولا نتلقى أي تمويل من الحكومات أو الأحزاب السياسية.",
            "ساهم في دعم صحافتنا بخمسة دولارات شهريا.",
            "تبرع الآن",
        ),
    ),
    "es": (
        "El puerto reabre tras la tormenta",
        (
            "El puerto de Port Haven reabrió el viernes, tres días después de la tormenta que rompió la mitad del muelle.",
            "Los transbordadores a las islas vuelven a salir desde el mediodía, dijo la autoridad portuaria, aunque sin coches.",
            "«Hemos visto cosas peores», dijo Ada Roe, que vende billetes en el muelle desde hace cuarenta años.",
        ),
        (
            "¿Te ha gustado este artículo?",
            "Hacemos periodismo sin dueños ni muros de pago, y eso solo es posible gracias a ti y a otros cuatro mil lectores.",
            "Con 5 euros al mes nos ayudas a seguir contando lo que pasa en esta costa.",
            "Quiero ayudar",
            "Ahora no",
        ),
    ),
    "en": (
        "Harbour reopens after storm",
        (
            "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
            "Ferries to the islands run again from noon, the harbour authority said, though without any cars.",
            "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
        ),
        (
            "This story was paid for by people like you",
            "No billionaire tells us what to write, and no algorithm decides what you get to see on these pages.",
            "A dozen of us cover this coast. If 200 more of you chip in by midnight, we can hire a thirteenth.",
            "$7",
            "$15",
            "$50",
            "Count me in",
        ),
    ),
    "fr": (
        "Le port rouvre après la tempête",
        (
            "Le port de Port Haven a rouvert vendredi, trois jours après la tempête qui a détruit la moitié de la jetée.",
            "Les ferries vers les îles circulent à nouveau depuis midi, a indiqué l'autorité portuaire, mais sans voitures.",
            "« Nous avons connu pire », a dit Ada Roe, qui vend des billets sur le quai depuis quarante ans.",
        ),
        (
            "Chère lectrice, cher lecteur,",
            "Notre rédaction ne dépend d'aucun milliardaire : ce sont vos adhésions qui paient nos enquêtes depuis quinze ans.",
            "Il nous manque encore 40 000 euros avant la fin du mois pour boucler notre budget.",
            "Je participe",
            "Plus tard",
        ),
    ),
}


def read(lines):
    article = extracted(*lines).article
    standfirst = (article.metadata.standfirst,) if article.metadata.standfirst else ()
    return article.metadata.headline, (*standfirst, *(block.text for block in article.body if block.text))


@pytest.mark.parametrize("language", DUMPS)
def test_an_appeal_below_the_text(language):
    headline, report, appeal = DUMPS[language]
    assert read([headline, *report, *appeal]) == (headline, report)


@pytest.mark.parametrize("language", DUMPS)
def test_an_appeal_above_the_headline(language):
    headline, report, appeal = DUMPS[language]
    assert read([*appeal, headline, *report]) == (headline, report)


OPINION = (
    "We have been told for years that our harbour is too small to matter, and for years we have believed it.",
    "But you only have to stand on the quay at six in the morning to see what we would lose with the ferries.",
    "Our council should ask us before it sells the pier. We would give our answer, and you would hear it.",
    "We owe that much to the people who built it, and to our children who will have to live without it.",
)


def test_an_opinion_that_says_we_stays_beside_an_appeal():
    appeal = DUMPS["en"][2]
    lines = ["We should keep our pier", "By Jane Doe", *OPINION, "Support our journalism", *appeal]
    assert read(lines)[1] == OPINION


# Reports in scripts whose sentences end in a mark of their own, or in none.
OWN_MARKS = {
    "ur": (
        "طوفان کے بعد بندرگاہ کھل گئی",
        (
            "پورٹ ہیون کی بندرگاہ جمعے کو دوبارہ کھل گئی، تین دن پہلے طوفان نے اس کا آدھا گھاٹ توڑ دیا تھا۔",
            "انتظامیہ نے کہا کہ جزیروں کے لیے کشتیاں دوپہر سے دوبارہ چلیں گی مگر ان میں گاڑیاں نہیں ہوں گی۔",
            "میئر نے بتایا کہ گھاٹ خزاں تک مکمل ہو جائے گا اگر ضلع لکڑی کی قیمت ادا کرے۔",
        ),
    ),
    "am": (
        "ወደቡ ከአውሎ ነፋስ በኋላ ተከፈተ",
        (
            "የፖርት ሄቨን ወደብ ግማሹን መድረኩን ከሰበረው አውሎ ነፋስ ከሦስት ቀናት በኋላ ዓርብ ዕለት እንደገና ተከፈተ።",
            "ወደ ደሴቶቹ የሚሄዱ ጀልባዎች ከቀትር ጀምሮ እንደገና እንደሚሠሩ ግን መኪና እንደማይጭኑ አስተዳደሩ አስታወቀ።",
            "ከንቲባው እንዳሉት አውራጃው የእንጨቱን ዋጋ ከከፈለ መድረኩ እስከ መስከረም ድረስ ይጠናቀቃል።",
        ),
    ),
    "th": (
        "ท่าเรือเปิดอีกครั้งหลังพายุ",
        (
            "ท่าเรือพอร์ตเฮเวนเปิดให้บริการอีกครั้งเมื่อวันศุกร์ สามวันหลังจากพายุพัดสะพานท่าเรือพังไปครึ่งหนึ่ง และซัดเรือสี่สิบลำขึ้นมาบนฝั่ง",
            "การท่าเรือแจ้งว่าเรือข้ามฟากไปยังหมู่เกาะจะกลับมาแล่นตั้งแต่เที่ยงวัน แต่ยังไม่รับรถยนต์ เพราะทางลาดฝั่งตะวันออกยังจมอยู่ใต้น้ำ",
            "นายกเทศมนตรีซึ่งนอนค้างที่ศาลากลางสองคืนกล่าวว่าสะพานจะซ่อมเสร็จภายในฤดูใบไม้ร่วง หากทางจังหวัดยอมจ่ายค่าไม้ทั้งหมด",
        ),
    ),
}


@pytest.mark.parametrize("language", OWN_MARKS)
def test_a_report_whose_sentences_end_in_marks_of_their_own(language):
    headline, report = OWN_MARKS[language]
    assert read([headline, *report]) == (headline, report)
