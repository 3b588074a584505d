"""Made by `make messages` from the catalogues and from CLDR through Babel. Do not edit."""

from __future__ import annotations

from typing import Any

# fmt: off
TABLES: dict[str, dict[str, Any]] = {'fa': {'date': '{d} {month} {y}',
        'decimal': '٫',
        'digits': '۰۱۲۳۴۵۶۷۸۹',
        'group': '٬',
        'list': ['،\u200f ', ' و '],
        'messages': {'A person': 'یک نفر',
                     'A team in {teams} of {journeys} journeys': 'گروه: در {teams} سفر از {journeys}',
                     'After the purchase': 'پس از خرید',
                     'Aim': 'هدف',
                     'Aligned by stage; the steps of a stage are spread evenly over it.': 'هم\u200cتراز بر پایهٔ مرحله؛ '
                                                                                          'گام\u200cهای هر مرحله یکنواخت در '
                                                                                          'آن پخش شده\u200cاند.',
                     'All': 'همه',
                     'All answers': 'همهٔ پاسخ\u200cها',
                     'All changes as data (JSON)': 'همهٔ تغییرها به\u200cصورت داده (JSON)',
                     'All content': 'همهٔ محتوا',
                     'All fourteen': 'هر چهارده',
                     'Also called': 'نام\u200cهای دیگر',
                     'Analytics': 'تحلیل داده',
                     'Answer': 'پاسخ',
                     'Answered': 'پاسخ داده\u200cشده',
                     'Answered by': 'فرصت\u200cهای پاسخ\u200cگو',
                     'Answers': 'پاسخ\u200cها',
                     'Any two journeys': 'هر دو سفر دلخواه',
                     'Approved': 'تأییدشده',
                     'Approved map edited': 'نقشهٔ تأییدشده ویرایش شد',
                     'Approver': 'تأییدکننده',
                     'As Markdown': 'نسخهٔ Markdown',
                     'As a table': 'به\u200cصورت جدول',
                     'As it was in {base}': 'آن\u200cگونه که در {base} بود',
                     'Asked or observed': 'افراد پرسیده\u200cشده یا مشاهده\u200cشده',
                     'Assumed': 'فرضی',
                     'Assumption': 'فرض',
                     'At a glance': 'در یک نگاه',
                     'At “{source}” some leave the journey.': 'در «{source}» برخی سفر را ترک می\u200cکنند.',
                     'At “{source}” some leave the journey: {reason}.': 'در «{source}» برخی سفر را ترک می\u200cکنند: '
                                                                        '{reason}.',
                     'Automatic': 'خودکار',
                     'Average feeling': 'میانگین احساس',
                     'B2B': 'B2B',
                     'B2B against B2C': 'مقایسهٔ B2B و B2C',
                     'B2B2C': 'B2B2C',
                     'B2C': 'B2C',
                     'Back': 'بازگشت',
                     'Back stage': 'پشت صحنه',
                     'Bad': 'بد',
                     'Baseline changed': 'مقدار مبنا تغییر کرد',
                     'Basis': 'مبنا',
                     'Before the purchase': 'پیش از خرید',
                     'Behind its source': 'عقب\u200cتر از نسخهٔ اصلی',
                     'Best at “{step}” ({value}).': 'بهترین احساس در «{step}» ({value}).',
                     'Big bets': 'طرح\u200cهای بزرگ',
                     'Blocker': 'مانع\u200cتراش',
                     'Blueprint': 'نقشهٔ خدمت',
                     'Both curves are the same.': 'هر دو منحنی یکسان\u200cاند.',
                     'Bounds': 'محدوده',
                     'Branch leads elsewhere': 'شاخه به جای دیگری می\u200cرود',
                     'Builds it in': 'ادغام در محصول خود',
                     'Buyer journey': 'سفر خریدار',
                     'Buying committees': 'کمیته\u200cهای خرید',
                     'By people': 'توسط افراد',
                     'By stage and role': 'بر پایهٔ مرحله و نقش',
                     'By stages': 'مرحله به مرحله',
                     'By steps': 'گام به گام',
                     'Calls': 'تماس\u200cها',
                     'Champion': 'حامی درون\u200cسازمانی',
                     'Change': 'تغییر',
                     'Changed last by': 'آخرین تغییر از',
                     'Changed since {base}': 'از {base} تغییر کرده',
                     'Changes': 'تغییرات',
                     'Changes, commit by commit': 'تغییرها، کامیت به کامیت',
                     'Channel': 'کانال',
                     'Channels': 'کانال\u200cها',
                     'Channels by use': 'کانال\u200cها بر پایهٔ کاربرد',
                     'Claim': 'ادعا',
                     'Claims backed': 'ادعاهای مستند',
                     'Claims that rest on evidence': 'ادعاهای متکی بر شواهد',
                     'Claims that rest on it': 'ادعاهای متکی بر آن',
                     'Claims to back': 'ادعاهای نیازمند شواهد',
                     'Claims without evidence': 'ادعاهای بدون شواهد',
                     'Close': 'بستن',
                     'Code': 'کد',
                     'Comes after': 'پس از',
                     'Compact': 'فشرده',
                     'Compare': 'مقایسه',
                     'Compare journeys': 'مقایسهٔ سفرها',
                     'Competitor': 'رقیب',
                     'Consent': 'رضایت\u200cنامه',
                     'Content': 'محتوا',
                     'Content asset': 'دارایی محتوایی',
                     'Content assets': 'دارایی\u200cهای محتوایی',
                     'Content for each role': 'محتوا برای هر نقش',
                     'Content made for a role and a stage, where the role takes part; a gap is content to make.': 'محتوای '
                                                                                                                  'ساخته\u200cشده '
                                                                                                                  'برای هر '
                                                                                                                  'نقش و '
                                                                                                                  'مرحله، '
                                                                                                                  'جایی که '
                                                                                                                  'نقش حضور '
                                                                                                                  'دارد؛ '
                                                                                                                  'جای خالی '
                                                                                                                  'یعنی '
                                                                                                                  'محتوایی '
                                                                                                                  'که باید '
                                                                                                                  'ساخت.',
                     'Content made for it': 'محتوای ساخته\u200cشده برای آن',
                     'Continues in': 'ادامه در',
                     'Copied': 'کپی شد',
                     'Copy link': 'کپی پیوند',
                     'Current state': 'وضعیت موجود',
                     'Customer journey': 'سفر مشتری',
                     'Date': 'تاریخ',
                     'Day': 'روز',
                     'Deal': 'معامله',
                     'Deal, and cost to win it': 'معامله و هزینهٔ به دست آوردن آن',
                     'Decides by': 'معیارهای تصمیم',
                     'Decision maker': 'تصمیم\u200cگیرنده',
                     'Delight': 'نقطهٔ لذت',
                     'Delight gone': 'نقطهٔ لذت از میان رفت',
                     'Delights': 'نقاط لذت',
                     'Department': 'واحد سازمانی',
                     'Description of the journey': 'شرح سفر',
                     'Desk research': 'پژوهش کتابخانه\u200cای',
                     'Detail of a step in': 'جزئیات گامی از',
                     'Diagrams': 'نمودارها',
                     'Diary': 'دفتر یادداشت روزانه',
                     'Dimension': 'بعد',
                     'Direction': 'جهت',
                     'Disagreement': 'اختلاف نظر',
                     'Do first': 'اولویت نخست',
                     'Does': 'کنش\u200cها',
                     'Done': 'انجام\u200cشده',
                     'Download the source (.mmd)': 'بارگیری منبع (.mmd)',
                     'Draft': 'پیش\u200cنویس',
                     'Dropped': 'کنار گذاشته\u200cشده',
                     'Due': 'مهلت',
                     'During the purchase': 'هنگام خرید',
                     'Economic buyer': 'خریدار اقتصادی',
                     'Edit this page': 'ویرایش این صفحه',
                     'Educational': 'آموزشی',
                     'Effort': 'تلاش',
                     'Effort for the customer': 'تلاش مشتری',
                     'Emotion curve': 'منحنی احساس',
                     'Employee journey': 'سفر کارکنان',
                     'End user': 'کاربر نهایی',
                     'Ends at {value}.': 'پایان در {value}.',
                     'Every contact between customers and us, online and offline, by when it happens.': 'همهٔ تماس\u200cهای '
                                                                                                        'مشتریان با ما، '
                                                                                                        'آنلاین و آفلاین، '
                                                                                                        'به ترتیب زمان رخ '
                                                                                                        'دادن.',
                     'Every map of the atlas, with its curve and how far it is agreed.': 'همهٔ نقشه\u200cهای اطلس، با منحنی '
                                                                                         'احساس و میزان توافق بر سر هر یک.',
                     'Every step that uses it': 'همهٔ گام\u200cهایی که از آن استفاده می\u200cکنند',
                     'Evidence': 'شواهد',
                     'Evidence removed': 'شواهد حذف شد',
                     'Expects': 'انتظارها',
                     'Fact': 'مشخصه',
                     'Fact added': 'مشخصه افزوده شد',
                     'Fact changed': 'مشخصه تغییر کرد',
                     'Fact removed': 'مشخصه حذف شد',
                     'Falls deepest from “{before}” ({from_value}) to “{after}” ({to_value}).': 'بیشترین افت از «{before}» '
                                                                                                '({from_value}) تا '
                                                                                                '«{after}» ({to_value}).',
                     'Feeling': 'احساس',
                     'Feeling changed': 'احساس تغییر کرد',
                     'Feeling no longer noted': 'احساس دیگر ثبت نشده است',
                     'Feeling noted': 'احساس ثبت شد',
                     'Feeling {change}': 'احساس: {change}',
                     'Feels': 'احساس',
                     'Feels now': 'احساس کنونی',
                     'Felt otherwise than in {base}: {steps}': 'احساس متفاوت با {base}: {steps}',
                     'File changed': 'فایل تغییر کرد',
                     'File removed': 'فایل حذف شد',
                     'Fill-ins': 'کارهای جانبی',
                     'Filter': 'پالایش',
                     'Filters narrow this part only; the search finds everything.': 'پالایه\u200cها تنها همین بخش را محدود '
                                                                                    'می\u200cکنند؛ جست\u200cوجو همه را '
                                                                                    'می\u200cیابد.',
                     'Finds titles, summaries and texts. Words may be cut short or misspelt.': 'در عنوان\u200cها، '
                                                                                               'خلاصه\u200cها و متن\u200cها '
                                                                                               'می\u200cگردد. واژه\u200cها '
                                                                                               'می\u200cتوانند ناتمام یا با '
                                                                                               'غلط املایی باشند.',
                     'First journey': 'سفر نخست',
                     'First moment of truth': 'نخستین لحظهٔ حقیقت',
                     'Five: customer, cycle, contacts, offline share, after-sales': 'پنج بعد: مشتری، چرخه، تماس\u200cها، '
                                                                                    'سهم آفلاین، پس از فروش',
                     'Fix first': 'نخست این را بهبود دهید',
                     'Follow the changes in a feed reader (Atom)': 'دنبال کردن تغییرات در خبرخوان (Atom)',
                     'For information': 'برای آگاهی',
                     'For people': 'برای افراد',
                     'For roles': 'برای نقش\u200cها',
                     'Forms': 'فرم\u200cها',
                     'Four: cycle, decision, channels, measures': 'چهار بعد: چرخه، تصمیم، کانال\u200cها، سنجه\u200cها',
                     'Four: team, deal, cycle, feelings': 'چهار بعد: گروه، معامله، چرخه، احساس\u200cها',
                     'From': 'از',
                     'From all current maps of each market; nothing here was typed by anybody.': 'از همهٔ نقشه\u200cهای '
                                                                                                 'کنونی هر بازار؛ هیچ چیز '
                                                                                                 'اینجا دستی نوشته نشده '
                                                                                                 'است.',
                     'From channel to channel': 'از کانالی به کانال دیگر',
                     'From each step to the next one that runs over another channel; steps without a channel are passed over.': 'از '
                                                                                                                                'هر '
                                                                                                                                'گام '
                                                                                                                                'تا '
                                                                                                                                'گام '
                                                                                                                                'بعدی '
                                                                                                                                'در '
                                                                                                                                'کانالی '
                                                                                                                                'دیگر؛ '
                                                                                                                                'گام\u200cهای '
                                                                                                                                'بدون '
                                                                                                                                'کانال '
                                                                                                                                'کنار '
                                                                                                                                'گذاشته '
                                                                                                                                'شده\u200cاند.',
                     'From research': 'برگرفته از پژوهش',
                     'From {first} on {first_day} to {last} on {last_day}.': 'از {first} در {first_day} به {last} در '
                                                                             '{last_day} رسیده است.',
                     'From “{source}” back to “{target}”.': 'از «{source}» بازگشت به «{target}».',
                     'From “{source}” back to “{target}”: {reason}.': 'از «{source}» بازگشت به «{target}»: {reason}.',
                     'From “{source}” to “{target}”.': 'از «{source}» به «{target}».',
                     'From “{source}” to “{target}”: {reason}.': 'از «{source}» به «{target}»: {reason}.',
                     'Front stage': 'روی صحنه',
                     'Frustrations': 'سرخوردگی\u200cها',
                     'Full text': 'متن کامل',
                     'Future state': 'وضعیت مطلوب',
                     'Gatekeeper': 'دروازه\u200cبان',
                     'Git tells of no change yet.': 'گیت هنوز تغییری نشان نمی\u200cدهد.',
                     'Goal': 'هدف',
                     'Goals': 'اهداف',
                     'Good': 'خوب',
                     'Great': 'زیاد',
                     'Heat map': 'نقشهٔ گرما',
                     'High impact': 'تأثیر زیاد',
                     'Higher is better': 'هرچه بیشتر، بهتر',
                     'How channels connect': 'کانال\u200cها چگونه به هم می\u200cرسند',
                     'How do business and consumer journeys differ, in fourteen dimensions?': 'سفرهای سازمانی و '
                                                                                              'مصرف\u200cکننده در چهارده '
                                                                                              'بعد چه تفاوتی دارند؟',
                     'How do two journeys differ, and what is left to do until the future is there?': 'دو سفر چه تفاوتی '
                                                                                                      'دارند و تا رسیدن به '
                                                                                                      'آینده چه مانده است؟',
                     'How far to trust the maps': 'تا کجا می\u200cتوان به نقشه\u200cها اعتماد کرد',
                     'How it feels, before and after': 'احساس\u200cها، پیش و پس از تغییر',
                     'How it hangs together': 'پیوندها',
                     'How long it takes': 'چقدر طول می\u200cکشد',
                     'How much is shown': 'چقدر نشان داده شود',
                     'How they recommend': 'چگونه توصیه می\u200cکنند',
                     'How we know': 'نحوهٔ سنجش',
                     'Id of a step changed': 'شناسهٔ گام تغییر کرد',
                     'Id of a step used again': 'شناسهٔ گام دوباره به کار رفت',
                     'Idea': 'ایده',
                     'If a link here leads nowhere either, start from the address of the site itself.': 'اگر پیوندهای این '
                                                                                                        'صفحه هم به جایی '
                                                                                                        'نمی\u200cرسند، از '
                                                                                                        'نشانی اصلی سایت '
                                                                                                        'آغاز کنید.',
                     'Importance to us': 'اهمیت برای ما',
                     'In buying committees': 'در کمیته\u200cهای خرید',
                     'In detail': 'با جزئیات',
                     'In other languages': 'به زبان\u200cهای دیگر',
                     'In progress': 'در حال انجام',
                     'In review': 'در حال بازبینی',
                     'In their own words': 'از زبان خودشان',
                     'In words and as Mermaid source': 'به\u200cصورت متن و کد Mermaid',
                     'Index': 'نمایه',
                     'Influencer': 'تأثیرگذار',
                     'Informational': 'اطلاع\u200cرسان',
                     'Interview': 'مصاحبه',
                     'It may have been renamed. The menu and the lists below lead to everything there is.': 'شاید نام آن '
                                                                                                            'تغییر کرده '
                                                                                                            'باشد. منو و '
                                                                                                            'فهرست\u200cهای '
                                                                                                            'زیر شما را به '
                                                                                                            'همهٔ محتوا '
                                                                                                            'می\u200cرسانند.',
                     'Its file belongs here:': 'جای پروندهٔ آن:',
                     'Journey': 'سفر',
                     'Journey moved': 'سفر جابه\u200cجا شد',
                     'Journey removed': 'سفر حذف شد',
                     'Journey renamed': 'نام سفر تغییر کرد',
                     'Journey split': 'سفر تقسیم شد',
                     'Journeys': 'سفرها',
                     'Journeys by stages': 'سفرها به تفکیک مرحله',
                     'Journeys merged': 'سفرها ادغام شدند',
                     'Journeys that rest on it': 'سفرهای متکی بر آن',
                     'Journeys with a committee': 'سفرهای دارای کمیته',
                     'Keep it so': 'همین\u200cطور نگه دارید',
                     'Keys: j for the next change, k for the one before': 'کلیدها: j برای تغییر بعدی، k برای تغییر قبلی',
                     'Kind': 'گونه',
                     'Kinds of content': 'گونه\u200cهای محتوا',
                     'Lane': 'مسیر',
                     'Lanes': 'ردیف\u200cها',
                     'Language': 'زبان',
                     'Last change': 'آخرین تغییر',
                     'Last review': 'آخرین بازبینی',
                     'Last value': 'آخرین مقدار',
                     'Leaves the journey': 'ترک سفر',
                     'Length': 'مدت',
                     'Length of the cycle': 'طول چرخه',
                     'Line of interaction': 'خط تعامل',
                     'Line of internal interaction': 'خط تعامل داخلی',
                     'Line of visibility': 'خط رؤیت',
                     'Linear': 'خطی بودن',
                     'Link': 'پیوند',
                     'Link copied': 'پیوند کپی شد',
                     'Link to this place': 'پیوند به این جا',
                     'Little effort': 'تلاش کم',
                     'Little value': 'ارزش کم',
                     'Loading …': 'در حال بارگذاری …',
                     'Longest wait': 'طولانی\u200cترین انتظار',
                     'Loop leads elsewhere': 'بازگشت به جای دیگری می\u200cرود',
                     'Loops back': 'بازگشت',
                     'Low impact': 'تأثیر کم',
                     'Lower is better': 'هرچه کمتر، بهتر',
                     'Lowest feeling': 'پایین\u200cترین احساس',
                     'Made for': 'مخاطب',
                     'Made with journeybook {version}': 'ساخته\u200cشده با journeybook {version}',
                     'Main channels': 'کانال\u200cهای اصلی',
                     'Map by map': 'نقشه به نقشه',
                     'Maps that are assumptions': 'نقشه\u200cهایی که فرض\u200cاند',
                     'Maps that need a review': 'نقشه\u200cهای نیازمند بازبینی',
                     'Maps to back with evidence': 'نقشه\u200cهای نیازمند شواهد',
                     'Maps to review': 'نقشه\u200cها برای بازبینی',
                     'Maps use them, and nothing tells how they go.': 'نقشه\u200cها از آن\u200cها استفاده می\u200cکنند و '
                                                                      'چیزی نمی\u200cگوید چگونه کار می\u200cکنند.',
                     'Maps without an owner': 'نقشه\u200cهای بدون مسئول',
                     'Market': 'بازار',
                     'Markets': 'بازارها',
                     'Material': 'منابع',
                     'Mean feeling of everyone in the stage, from −2 to +2, and the number of pains.': 'میانگین احساس همهٔ '
                                                                                                       'افراد در مرحله، از '
                                                                                                       '−2 تا +2، و شمار '
                                                                                                       'نقاط درد.',
                     'Medium': 'متوسط',
                     'Medium impact': 'تأثیر متوسط',
                     'Mend when there is time': 'هر گاه فرصت بود بهبود دهید',
                     'Mentioned in': 'یادشده در',
                     'Mentioned, not yet described': 'یادشده، هنوز شرح داده\u200cنشده',
                     'Menu': 'منو',
                     'Metric': 'شاخص',
                     'Metric no longer watched': 'شاخص دیگر پایش نمی\u200cشود',
                     'Metric watched': 'شاخص پایش می\u200cشود',
                     'Metrics': 'شاخص\u200cها',
                     'Mild': 'خفیف',
                     'Moment of truth': 'لحظهٔ حقیقت',
                     'Moment of truth lost': 'لحظهٔ حقیقت از دست رفت',
                     'Moments of truth': 'لحظه\u200cهای حقیقت',
                     'Move down: {lane}': 'پایین\u200cتر: {lane}',
                     'Move up: {lane}': 'بالاتر: {lane}',
                     'Much effort': 'تلاش زیاد',
                     'Much value': 'ارزش زیاد',
                     'Needs': 'نیازها',
                     'Needs review': 'نیازمند بازبینی',
                     'Needs, and decides by': 'نیازها و معیارهای تصمیم',
                     'Neither journey says anything of this stage.': 'هیچ\u200cیک از دو سفر چیزی دربارهٔ این مرحله '
                                                                     'نمی\u200cگوید.',
                     'Neutral': 'خنثی',
                     'New delight': 'نقطهٔ لذت تازه',
                     'New evidence': 'شواهد تازه',
                     'New file': 'فایل تازه',
                     'New journey': 'سفر تازه',
                     'New moment of truth': 'لحظهٔ حقیقت تازه',
                     'New pain': 'نقطهٔ درد تازه',
                     'New since {base}': 'تازه از {base}',
                     'New stage': 'مرحلهٔ تازه',
                     'New step': 'گام تازه',
                     'New steps': 'گام\u200cهای تازه',
                     'Next': 'بعدی',
                     'Next part': 'بخش بعدی',
                     'No comparison is ready-made: name journeys under `compare` in site.yaml.': 'مقایسهٔ آماده\u200cای '
                                                                                                 'نیست: سفرها را در '
                                                                                                 'site.yaml زیر `compare` '
                                                                                                 'نام ببرید.',
                     'No message': 'بدون پیام',
                     'No owner': 'بدون مسئول',
                     'No role named': 'نقشی نام برده نشده',
                     'Nobody has described this yet. It is used on the pages below.': 'هنوز کسی این مورد را شرح نداده است. '
                                                                                      'در صفحه\u200cهای زیر به کار رفته '
                                                                                      'است.',
                     'Nobody yet': 'هنوز هیچ\u200cکس',
                     'Not answered yet': 'هنوز بی\u200cپاسخ',
                     'Not checked within the review period': 'بازبینی\u200cنشده در دورهٔ مقرر',
                     'Not everything could be compared': 'همه\u200cچیز را نمی\u200cشد مقایسه کرد',
                     'Not measured': 'سنجیده نمی\u200cشود',
                     'Not yet': 'هنوز نه',
                     'Not yet placed': 'هنوز جای\u200cگذاری نشده',
                     'Note': 'یادداشت',
                     'Notes': 'یادداشت\u200cها',
                     'Nothing changed in meaning.': 'در معنا چیزی تغییر نکرده است.',
                     'Nothing found for “{query}”.': 'برای «{query}» چیزی پیدا نشد.',
                     'Nothing here rests on evidence yet': 'هنوز هیچ\u200cچیز در اینجا بر شواهد تکیه ندارد',
                     'Nothing: the future is there.': 'هیچ: آینده رسیده است.',
                     'Number of deciders': 'شمار تصمیم\u200cگیرندگان',
                     'Offline': 'آفلاین',
                     'Offline share': 'سهم آفلاین',
                     'On': 'ادامه',
                     'On the map': 'روی نقشه',
                     'On this page': 'در این صفحه',
                     'Online': 'آنلاین',
                     'Online or offline': 'برخط یا حضوری',
                     'Open opportunities': 'فرصت\u200cهای باز',
                     'Open questions': 'پرسش\u200cهای باز',
                     'Open with the key {key}': 'باز شدن با کلید {key}',
                     'Opportunities': 'فرصت\u200cها',
                     'Opportunities that answer its pains': 'فرصت\u200cهای پاسخ\u200cگوی نقاط درد آن',
                     'Opportunity': 'فرصت',
                     'Organisation': 'سازمان',
                     'Other touchpoint': 'نقطهٔ تماس دیگر',
                     'Other versions': 'نسخه\u200cهای دیگر',
                     'Outside of journeys': 'بیرون از سفرها',
                     'Overview': 'نمای کلی',
                     'Own journeys': 'سفرهای خود',
                     'Owner': 'مسئول',
                     'Owner changed': 'مسئول تغییر کرد',
                     'Owner gone': 'دیگر مسئولی نیست',
                     'Owner named': 'مسئول تعیین شد',
                     'Page': 'صفحه',
                     'Pages': 'صفحه\u200cها',
                     'Pain': 'نقطهٔ درد',
                     'Pain gone': 'نقطهٔ درد از میان رفت',
                     'Pain gone unexplained': 'نقطهٔ درد بی\u200cتوضیح از میان رفت',
                     'Pain moved': 'نقطهٔ درد جابه\u200cجا شد',
                     'Pain weighs differently': 'شدت نقطهٔ درد تغییر کرد',
                     'Pains': 'نقاط درد',
                     'Pains and delights': 'نقاط درد و لذت',
                     'Pains it answers': 'نقاط درد پاسخ\u200cداده\u200cشده',
                     'Pains that go': 'نقاط دردی که از میان می\u200cروند',
                     'Part of': 'بخشی از',
                     'Part {number} of {count}': 'بخش {number} از {count}',
                     'Parts': 'بخش\u200cها',
                     'Parts of this list': 'بخش\u200cهای این فهرست',
                     'Parts of this list, below it': 'بخش\u200cهای این فهرست، زیر آن',
                     'People': 'افراد',
                     'People furthest apart: {step} ({low} to {high})': 'بیشترین فاصلهٔ افراد: {step} ({low} تا {high})',
                     'People {count} apart': 'فاصلهٔ افراد: {count}',
                     'Persona': 'پرسونا',
                     'Personas': 'پرسوناها',
                     'Persuasive': 'اقناعی',
                     'Phase': 'فاز',
                     'Physical evidence': 'شواهد فیزیکی',
                     'Pick two different journeys.': 'دو سفر متفاوت برگزینید.',
                     'Plan well': 'با برنامه\u200cریزی',
                     'Planned': 'برنامه\u200cریزی\u200cشده',
                     'Pleasant, not needed': 'خوشایند، نه ضروری',
                     'Presence': 'نوع حضور',
                     'Present': 'ارائه',
                     'Previous part': 'بخش پیشین',
                     'Priority': 'اولویت',
                     'Proof': 'اثباتی',
                     'Questions that no single map can answer, worked out from all of them. Nobody typed these pages.': 'پرسش\u200cهایی '
                                                                                                                        'که '
                                                                                                                        'هیچ '
                                                                                                                        'نقشه\u200cای '
                                                                                                                        'به '
                                                                                                                        'تنهایی '
                                                                                                                        'پاسخ '
                                                                                                                        'نمی\u200cدهد '
                                                                                                                        'و '
                                                                                                                        'از '
                                                                                                                        'همهٔ '
                                                                                                                        'آن\u200cها '
                                                                                                                        'به '
                                                                                                                        'دست '
                                                                                                                        'آمده\u200cاند. '
                                                                                                                        'کسی '
                                                                                                                        'این '
                                                                                                                        'صفحه\u200cها '
                                                                                                                        'را '
                                                                                                                        'ننوشته '
                                                                                                                        'است.',
                     'Quick wins': 'بردهای سریع',
                     'Quotation': 'نقل\u200cقول',
                     'Range of feelings': 'دامنهٔ احساس\u200cها',
                     'Reach': 'گستره',
                     'Reached': 'محقق\u200cشده',
                     'Read it stage by stage': 'مرحله به مرحله بخوانید',
                     'Read on below': 'ادامه در پایین',
                     'Readings': 'اندازه\u200cگیری\u200cها',
                     'Ready-made comparisons': 'مقایسه\u200cهای آماده',
                     'Related pages': 'صفحه\u200cهای مرتبط',
                     'Renamed': 'تغییر نام',
                     'Reported to by': 'زیردستان',
                     'Reports to': 'مدیر مستقیم',
                     'Reseller': 'بازفروشنده',
                     'Reset to the order of the site': 'بازگشت به ترتیب سایت',
                     'Results: {count}': 'نتیجه\u200cها: {count}',
                     'Retired': 'بازنشسته',
                     'Reviewed': 'بازبینی\u200cشده',
                     'Role': 'نقش',
                     'Roles and what they decide by': 'نقش\u200cها و معیار تصمیمشان',
                     'Runs': 'نحوهٔ اجرا',
                     'Sales notes': 'یادداشت\u200cهای فروش',
                     'Say': 'میزان نفوذ',
                     'Says': 'گفته\u200cها',
                     'Search': 'جستجو',
                     'Second journey': 'سفر دوم',
                     'Second moment of truth': 'دومین لحظهٔ حقیقت',
                     'See it': 'مشاهده',
                     'See what changed': 'ببینید چه تغییر کرده',
                     'Segment': 'بخش بازار',
                     'Service blueprint': 'بلوپرینت خدمات',
                     'Settings changed': 'تنظیمات تغییر کرد',
                     'Severe': 'شدید',
                     'Severity': 'شدت',
                     'Show': 'نمایش',
                     'Show all': 'نمایش همه',
                     'Show changed columns only': 'نمایش تنها ستون\u200cهای تغییرکرده',
                     'Side by side': 'کنار هم',
                     'Skip to the content': 'پرش به محتوا',
                     'Small': 'کم',
                     'Source': 'منبع',
                     'Stage': 'مرحله',
                     'Stage by stage': 'مرحله به مرحله',
                     'Stage moved': 'مرحله جابه\u200cجا شد',
                     'Stage removed': 'مرحله حذف شد',
                     'Stage renamed': 'نام مرحله تغییر کرد',
                     'Stage split': 'مرحله تقسیم شد',
                     'Stage {count} of {total}': 'مرحلهٔ {count} از {total}',
                     'Stage {number}: {stage}': 'مرحلهٔ {number}: {stage}',
                     'Stages': 'مراحل',
                     'Stages merged': 'مرحله\u200cها ادغام شدند',
                     'Stages without content for a role': 'مرحله\u200cهای بدون محتوا برای یک نقش',
                     'State': 'حالت',
                     'Status': 'وضعیت',
                     'Status changed': 'وضعیت تغییر کرد',
                     'Stays': 'می\u200cماند',
                     'Step': 'گام',
                     'Step by step': 'گام به گام',
                     'Step goes': 'گام حذف می\u200cشود',
                     'Step moved': 'گام جابه\u200cجا شد',
                     'Step moved to another journey': 'گام به سفر دیگری رفت',
                     'Step out of reach': 'گام دسترس\u200cناپذیر شد',
                     'Step removed': 'گام حذف شد',
                     'Step renamed': 'نام گام تغییر کرد',
                     'Step split': 'گام تقسیم شد',
                     'Step {count} of {total}': 'گام {count} از {total}',
                     'Steps': 'گام\u200cها',
                     'Steps in a row': 'گام\u200cهای پی\u200cدرپی',
                     'Steps merged': 'گام\u200cها ادغام شدند',
                     'Steps that feel different': 'گام\u200cهایی با احساس متفاوت',
                     'Steps that go': 'گام\u200cهایی که حذف می\u200cشوند',
                     'Story': 'روایت',
                     'Story of the step': 'داستان گام',
                     'Straight or winding': 'سرراست یا پرپیچ\u200cوخم',
                     'Support processes': 'فرایندهای پشتیبان',
                     'Support records': 'سوابق پشتیبانی',
                     'Survey': 'نظرسنجی',
                     'Switch between light and dark': 'تغییر حالت روشن و تیره',
                     'Tags': 'برچسب\u200cها',
                     'Taken': 'دورهٔ سنجش',
                     'Takes': 'مدت',
                     'Takes part in': 'مشارکت در',
                     'Target': 'مقدار هدف',
                     'Target changed': 'مقدار هدف تغییر کرد',
                     'Target reached': 'تحقق هدف',
                     'Target {value}': 'هدف: {value}',
                     'Technical buyer': 'خریدار فنی',
                     'Text': 'متن',
                     'The axis is logarithmic: each tick is many times the one before. A lighter end is the far end of a range.': 'محور '
                                                                                                                                  'لگاریتمی '
                                                                                                                                  'است: '
                                                                                                                                  'هر '
                                                                                                                                  'نشانه '
                                                                                                                                  'چندین '
                                                                                                                                  'برابر '
                                                                                                                                  'نشانهٔ '
                                                                                                                                  'پیشین '
                                                                                                                                  'است. '
                                                                                                                                  'انتهای '
                                                                                                                                  'کم\u200cرنگ\u200cتر '
                                                                                                                                  'کران '
                                                                                                                                  'بالای '
                                                                                                                                  'بازه '
                                                                                                                                  'است.',
                     'The buying committee': 'کمیتهٔ خرید',
                     'The computer that built this site has no program to draw diagrams, so the source is shown.': 'رایانه\u200cای '
                                                                                                                   'که این '
                                                                                                                   'سایت را '
                                                                                                                   'ساخته '
                                                                                                                   'برنامه\u200cای '
                                                                                                                   'برای '
                                                                                                                   'رسم '
                                                                                                                   'نمودار '
                                                                                                                   'ندارد، '
                                                                                                                   'پس متن '
                                                                                                                   'منبع '
                                                                                                                   'نشان '
                                                                                                                   'داده '
                                                                                                                   'می\u200cشود.',
                     'The curve as a picture': 'منحنی به صورت تصویر',
                     'The curves': 'منحنی\u200cها',
                     'The customer is': 'مشتری کیست',
                     'The cycle': 'چرخه',
                     'The dimensions': 'بعدها',
                     'The drawing shows the first {count}, the table all of them.': 'نمودار {count} مورد نخست را نشان '
                                                                                    'می\u200cدهد و جدول همه را.',
                     'The feeling stays at {value} throughout.': 'احساس در سراسر سفر {value} می\u200cماند.',
                     'The figures that say whether journeys get better.': 'عددهایی که نشان می\u200cدهند سفرها بهتر '
                                                                          'می\u200cشوند یا نه.',
                     'The journey as it is now': 'سفر به شکل کنونی\u200cاش',
                     'The journey goes through {stages}.': 'سفر از این مراحل می\u200cگذرد: {stages}.',
                     'The latest changes': 'تازه\u200cترین تغییرات',
                     'The map': 'نقشه',
                     'The map as a picture': 'نقشه به صورت تصویر',
                     'The map this one translates has changed since': 'نقشه\u200cای که این ترجمهٔ آن است از آن پس تغییر '
                                                                      'کرده است',
                     'The map, both versions in one': 'نقشه، هر دو نسخه در یکی',
                     'The maps behind it': 'نقشه\u200cهای پشت آن',
                     'The moments that decide whether the customer stays, the worst felt first.': 'لحظه\u200cهایی که ماندن '
                                                                                                  'یا رفتن مشتری را تعیین '
                                                                                                  'می\u200cکنند؛ از بدترین '
                                                                                                  'احساس.',
                     'The parts that journeys share, so that they can be compared.': 'بخش\u200cهای مشترک سفرها، برای '
                                                                                     'مقایسهٔ آن\u200cها.',
                     'The path, step by step': 'مسیر، گام به گام',
                     'The people whose journeys are told, and those who decide with them.': 'کسانی که سفرشان روایت '
                                                                                            'می\u200cشود و آنان که همراهشان '
                                                                                            'تصمیم می\u200cگیرند.',
                     'The search index could not be loaded.': 'نمایهٔ جستجو بارگذاری نشد.',
                     'The stages': 'مراحل',
                     'The steps follow each other, except where said here.': 'گام\u200cها پشت سر هم می\u200cآیند، مگر آنچه '
                                                                             'در اینجا آمده است.',
                     'The target is not reached yet.': 'هدف هنوز محقق نشده است.',
                     'The target is reached.': 'هدف محقق شده است.',
                     'The ways on which touchpoints reach the customer.': 'راه\u200cهایی که نقاط تماس از آن\u200cها به '
                                                                          'مشتری می\u200cرسند.',
                     'The ways taken most often': 'پرتکرارترین مسیرها',
                     'There is nothing to mend.': 'چیزی برای بهبود نیست.',
                     'Think twice': 'دوباره بیندیشید',
                     'Thinks': 'افکار',
                     'This could not be compared with {base}, or not in full': 'این را نشد با {base} سنجید، یا نه '
                                                                               'به\u200cتمامی',
                     'This diagram could not be drawn, so the source is shown.': 'این نمودار را نشد رسم کرد، پس متن منبع '
                                                                                 'نشان داده می\u200cشود.',
                     'This page has moved.': 'این صفحه جابه\u200cجا شده است.',
                     'This page is not here': 'این صفحه اینجا نیست',
                     'Ticket': 'تیکت',
                     'Time': 'زمان',
                     'Time by steps': 'زمان بر پایهٔ گام\u200cها',
                     'Times': 'دفعات',
                     'Title': 'عنوان',
                     'To': 'به',
                     'Together: {time}': 'در مجموع: {time}',
                     'Touchpoint': 'نقطهٔ تماس',
                     'Touchpoint first used': 'نخستین کاربرد نقطهٔ تماس',
                     'Touchpoint unused': 'نقطهٔ تماس بی\u200cاستفاده',
                     'Touchpoints': 'نقاط تماس',
                     'Touchpoints before the decision': 'نقاط تماس پیش از تصمیم',
                     'Touchpoints before the purchase': 'نقاط تماس پیش از خرید',
                     'Touchpoints that nobody measures': 'نقاط تماسی که کسی نمی\u200cسنجد',
                     'Touchpoints to fix first': 'نقاط تماسی که نخست باید بهبود یابند',
                     'Touchpoints to measure': 'نقاط تماس نیازمند سنجش',
                     'Touchpoints: worth against feeling': 'نقاط تماس: ارزش در برابر احساس',
                     'Trigger': 'محرک',
                     'Type': 'نوع',
                     'Ultimate moment of truth': 'لحظهٔ حقیقت نهایی',
                     'Unit': 'واحد',
                     'Used by': 'استفاده\u200cشده در',
                     'Used by {kind}': 'استفاده\u200cشده در {kind}',
                     'Used in': 'کاربرد در',
                     'User': 'کاربر',
                     'Uses the product as': 'کاربرد محصول به\u200cعنوان',
                     'Uses {kind}': 'استفاده از {kind}',
                     'Value': 'ارزش',
                     'Value against effort': 'ارزش در برابر تلاش',
                     'Value to the customer against effort for us': 'ارزش برای مشتری در برابر تلاش ما',
                     'Very bad': 'خیلی بد',
                     'Very good': 'خیلی خوب',
                     'View': 'نما',
                     'Visual': 'تصویری',
                     'Wait: {step}': 'انتظار: {step}',
                     'Waits': 'انتظار',
                     'Walk through the journey': 'گذر از سفر',
                     'Ways in': 'راه\u200cهای ورود',
                     'Ways out': 'راه\u200cهای خروج',
                     'What': 'مورد',
                     'What changed': 'چه چیزی تغییر کرده',
                     'What changed for the customer': 'چه چیزی برای مشتری تغییر کرد',
                     'What changed last': 'آخرین تغییرات',
                     'What changed since {base}': 'از {base} چه تغییر کرده',
                     'What customers read, watch and hold on their way.': 'آنچه مشتریان در طول سفر می\u200cخوانند، '
                                                                          'می\u200cبینند و در دست می\u200cگیرند.',
                     'What each map was made to answer, and what keeps readers from trusting it.': 'پرسشی که هر نقشه برای '
                                                                                                   'پاسخ به آن ساخته شده، و '
                                                                                                   'آنچه مانع اعتماد '
                                                                                                   'خوانندگان به آن است.',
                     'What each role can read, watch or hold at each stage, and where there is nothing yet.': 'آنچه هر نقش '
                                                                                                              'در هر مرحله '
                                                                                                              'می\u200cتواند '
                                                                                                              'بخواند، '
                                                                                                              'ببیند یا در '
                                                                                                              'دست بگیرد، و '
                                                                                                              'جاهایی که '
                                                                                                              'هنوز خالی '
                                                                                                              'است.',
                     'What has been changed lately, by whom, and why?': 'این اواخر چه چیزی، به دست چه کسی و چرا تغییر کرده '
                                                                        'است؟',
                     'What hurts the customer, the severest first, and what we do about it.': 'آنچه مشتری را می\u200cآزارد، '
                                                                                              'از شدیدترین، و آنچه برای آن '
                                                                                              'می\u200cکنیم.',
                     'What is left to do': 'چه کاری مانده است',
                     'What is missing': 'آنچه کم است',
                     'What is old, assumed, without an owner or not measured, and who could mend it?': 'چه چیزی کهنه، فرضی، '
                                                                                                       'بی\u200cمسئول یا '
                                                                                                       'سنجیده\u200cنشده '
                                                                                                       'است و چه کسی '
                                                                                                       'می\u200cتواند '
                                                                                                       'بهبودش دهد؟',
                     'What it means to us': 'اهمیت برای کسب\u200cوکار',
                     'What makes them act': 'آنچه به اقدام وامی\u200cدارد',
                     'What rests on it': 'آنچه بر آن متکی است',
                     'What the maps ask': 'پرسش\u200cهای نقشه\u200cها',
                     'What they decide by': 'بر چه پایه\u200cای تصمیم می\u200cگیرند',
                     'What we could do better, by worth and effort.': 'آنچه می\u200cتوانیم بهتر انجام دهیم، بر پایهٔ ارزش و '
                                                                      'تلاش.',
                     'When there is time': 'اگر وقت بود',
                     'Where does it hurt, and which touchpoint do we fix first?': 'کجا درد دارد و نخست کدام نقطهٔ تماس را '
                                                                                  'بهبود دهیم؟',
                     'Where it is worst': 'بدترین جا',
                     'Where what the maps say comes from.': 'خاستگاه آنچه نقشه\u200cها می\u200cگویند.',
                     'Where you are': 'جایگاه شما',
                     'Which way do customers go from channel to channel, and where can we not see them?': 'مشتریان از '
                                                                                                          'کانالی به کانال '
                                                                                                          'دیگر چگونه '
                                                                                                          'می\u200cروند و '
                                                                                                          'کجا آن\u200cها '
                                                                                                          'را '
                                                                                                          'نمی\u200cبینیم؟',
                     'Who': 'چه کسی',
                     'Who could mend it': 'چه کسی می\u200cتواند بهبودش دهد',
                     'Who decides, when do they take part, what do they need, and what have we for them?': 'چه کسی تصمیم '
                                                                                                           'می\u200cگیرد، '
                                                                                                           'کی حضور دارد، '
                                                                                                           'چه نیاز دارد و '
                                                                                                           'برایش چه داریم؟',
                     'Who takes part in which step, and how they feel in the stage.': 'چه کسی در کدام گام حضور دارد و در '
                                                                                      'مرحله چه احساسی دارد.',
                     'Why it decides': 'چرا تعیین\u200cکننده است',
                     'Why the customer is here': 'چرا مشتری اینجاست',
                     'Why this map': 'چرا این نقشه',
                     'Will feel': 'احساس آینده',
                     'Wording': 'عبارت\u200cبندی',
                     'Workshop': 'کارگاه',
                     'Worst at “{step}” ({value}).': 'بدترین احساس در «{step}» ({value}).',
                     'Worst moment elsewhere': 'بدترین لحظه در جای دیگر',
                     'Worth': 'ارزش',
                     'Worth against feeling, drawn': 'ارزش در برابر احساس، به تصویر',
                     "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, and first in the table.": 'برای '
                                                                                                                                             'مشتری '
                                                                                                                                             'پرارزش '
                                                                                                                                             'و '
                                                                                                                                             'با '
                                                                                                                                             'احساس '
                                                                                                                                             'بد: '
                                                                                                                                             'این\u200cها '
                                                                                                                                             'در '
                                                                                                                                             'بالای '
                                                                                                                                             'سمت '
                                                                                                                                             'بد '
                                                                                                                                             'نمودار '
                                                                                                                                             'و '
                                                                                                                                             'در '
                                                                                                                                             'آغاز '
                                                                                                                                             'جدول\u200cاند.',
                     'Worth to the customer': 'ارزش برای مشتری',
                     'Zero moment of truth': 'لحظهٔ صفر حقیقت',
                     'a feeling of −{value}': 'احساسی برابر −{value}',
                     'a guess: {score} alike': 'حدس: شباهت {score}',
                     'a new journey': 'سفری تازه',
                     'a new journey: {title}': 'سفری تازه: {title}',
                     'a new stage: {title}': 'مرحله\u200cای تازه: {title}',
                     'a new step: {title}': 'گامی تازه: {title}',
                     'a new {field}: {title}': '{field} تازه: {title}',
                     'a part of {old} is now a journey of its own: {new}': 'بخشی از {old} اکنون سفری جداگانه است: {new}',
                     'after': 'پس از تغییر',
                     'after {step}': 'پس از {step}',
                     'before': 'پیش از تغییر',
                     'behind its source': 'عقب\u200cتر از نسخهٔ اصلی',
                     'changed': 'تغییرکرده',
                     'day': 'روز',
                     'everyone': 'همه',
                     'first': 'نخست',
                     'for information': 'برای آگاهی',
                     'from {low} to {high}': 'از {low} تا {high}',
                     'from {source} to {target}: {times}': 'از {source} به {target}: {times}',
                     'gone': 'حذف\u200cشده',
                     'high impact': 'اثر زیاد',
                     'in {stage}': 'در {stage}',
                     'it crosses zero': 'از صفر می\u200cگذرد',
                     'it falls by 40 % of the scale or more': 'دست\u200cکم ۴۰٪ مقیاس پایین می\u200cآید',
                     'its id now names {step}': 'شناسه\u200cاش اکنون نام {step} است',
                     'look: {owner}': 'برای بررسی: {owner}',
                     'low impact': 'اثر کم',
                     'medium impact': 'اثر متوسط',
                     'month': 'ماه',
                     'moved': 'جابه\u200cجاشده',
                     'moved here from {journey}': 'از {journey} به اینجا آمد',
                     'moved to {journey}': 'به {journey} رفت',
                     'never': 'هرگز',
                     'new': 'تازه',
                     'new stage': 'مرحلهٔ تازه',
                     'new step': 'گام تازه',
                     'no': 'نه',
                     'no day': 'بدون روز',
                     'no journey comes to the touchpoint {title} any more': 'دیگر هیچ سفری به نقطهٔ تماس {title} '
                                                                            'نمی\u200cرسد',
                     'no time given': 'زمانی داده نشده',
                     'no way leads to the step {title} any more': 'دیگر هیچ راهی به گام {title} نمی\u200cرسد',
                     'not in this journey': 'در این سفر نیست',
                     'not written yet': 'هنوز نوشته نشده',
                     'nothing': 'هیچ',
                     'nothing yet': 'هنوز هیچ',
                     'of any kind': 'از هر گونه',
                     'only its wording': 'تنها واژه\u200cهایش',
                     'removed step': 'گام حذف\u200cشده',
                     'reviewed again on {day}': 'بازبینی دوباره در {day}',
                     'steps and waits added up': 'مجموع گام\u200cها و انتظارها',
                     'steps of the stage {old} are now a stage of their own: {new}': 'گام\u200cهایی از مرحلهٔ {old} اکنون '
                                                                                     'مرحله\u200cای جداگانه\u200cاند: {new}',
                     'steps with one way on': 'گام\u200cهایی با تنها یک راه ادامه',
                     'the id of the step {old} now names another one: {new}': 'شناسهٔ گام {old} اکنون از آن گام دیگری است: '
                                                                              '{new}',
                     'the id of the step {title} was {old}, is now {new}': 'شناسهٔ گام {title} پیش\u200cتر {old} بود و '
                                                                           'اکنون {new} است',
                     'the journey {old} is now called {new}': 'نام سفر {old} اکنون {new} است',
                     'the journey {old} went into {new}': 'سفر {old} در {new} ادغام شد',
                     'the journey {title} is gone': 'سفر {title} دیگر نیست',
                     'the journey {title} moved from {old} to {new}': 'سفر {title} از {old} به {new} جابه\u200cجا شد',
                     'the maps do not say': 'نقشه\u200cها نمی\u200cگویند',
                     'the pain {title} moved from {old} to {new}': 'نقطهٔ درد {title} از {old} به {new} جابه\u200cجا شد',
                     'the same in {count} more journey': ['همین در {count} سفر دیگر'],
                     'the stage {old} is now called {new}': 'نام مرحلهٔ {old} اکنون {new} است',
                     'the stage {old} went into the stage {new}': 'مرحلهٔ {old} در مرحلهٔ {new} ادغام شد',
                     'the stage {title} is gone': 'مرحلهٔ {title} دیگر نیست',
                     'the stage {title} moved: it came {old}, comes now {new}': 'مرحلهٔ {title} جابه\u200cجا شد: '
                                                                                'پیش\u200cتر {old}، اکنون {new}',
                     'the step below': 'گام پایین\u200cتر',
                     'the step {old} is now called {new}': 'نام گام {old} اکنون {new} است',
                     'the step {old} was split: a part of it is now {new}': 'گام {old} تقسیم شد: بخشی از آن اکنون {new} است',
                     'the step {old} went into {new}': 'گام {old} در {new} ادغام شد',
                     'the step {title} is gone': 'گام {title} دیگر نیست',
                     'the step {title} moved from the journey {old} to {new}': 'گام {title} از سفر {old} به {new} رفت',
                     'the step {title} moved: it came {old}, comes now {new}': 'گام {title} جابه\u200cجا شد: پیش\u200cتر '
                                                                               '{old}، اکنون {new}',
                     'the touchpoint {title} is used for the first time': 'نقطهٔ تماس {title} نخستین بار به کار رفته است',
                     'the way out': 'راه خروج',
                     'the worst moment was {old}, is now {new}': 'بدترین لحظه {old} بود و اکنون {new} است',
                     'the {field} {old} is now called {new}': '{field} {old} اکنون {new} نام دارد',
                     'the {field} {title} is gone': '{field} {title} دیگر نیست',
                     'this journey is gone': 'این سفر دیگر نیست',
                     'week': 'هفته',
                     'with it the step {steps}': ['همراه آن گام {steps}'],
                     'with it the steps {steps} and {more} more': 'همراه آن گام\u200cهای {steps} و {more} گام دیگر',
                     'with it {things}': 'همراه آن {things}',
                     'without a weight': 'بدون وزن',
                     'yes': 'بله',
                     '{backed} of {claims}': '{backed} از {claims}',
                     '{backed} of {claims} claims backed': '{backed} از {claims} ادعا با پشتوانه',
                     '{change}, before: {old}': '{change}، پیش\u200cتر: {old}',
                     '{code} {title}: value {value}, effort {effort}': '{code} {title}: ارزش {value}، تلاش {effort}',
                     '{count}': '{count}',
                     '{count} action': ['{count} کار'],
                     '{count} change was accepted before': ['{count} تغییر پیش\u200cتر پذیرفته شده است'],
                     '{count} changed': ['{count} تغییر کرده'],
                     '{count} claim without evidence': ['{count} ادعا بدون شواهد'],
                     '{count} day': ['{count} روز'],
                     '{count} delight': ['{count} خوشی'],
                     '{count} file changed, no change in meaning': ['{count} فایل تغییر کرد، بی\u200cتغییر در معنا'],
                     '{count} hour': ['{count} ساعت'],
                     '{count} journey': ['{count} سفر'],
                     '{count} minute': ['{count} دقیقه'],
                     '{count} moment of truth': ['{count} لحظهٔ حقیقت'],
                     '{count} month': ['{count} ماه'],
                     '{count} more': '{count} مورد دیگر',
                     '{count} of them': ['{count} از آن\u200cها'],
                     '{count} of {total} shown': '{count} از {total} نمایش داده شده',
                     '{count} pain': ['{count} نقطهٔ درد'],
                     '{count} person': ['{count} نفر'],
                     '{count} reading': ['{count} اندازه\u200cگیری'],
                     '{count} second': ['{count} ثانیه'],
                     '{count} severe': ['{count} مورد شدید'],
                     '{count} step': ['{count} گام'],
                     '{count} step stays as it is.': ['{count} گام همان\u200cگونه می\u200cماند.'],
                     '{count} touchpoint': ['{count} نقطهٔ تماس'],
                     '{count} touchpoint not measured': ['{count} نقطهٔ تماس سنجیده\u200cنشده'],
                     '{count} ways back for each step': '{count} راه بازگشت برای هر گام',
                     '{count} week': ['{count} هفته'],
                     '{count} year': ['{count} سال'],
                     '{day}': '{day}',
                     '{fact}: id': '{fact}: شناسه',
                     '{fact}: marks': '{fact}: نشانه\u200cها',
                     '{lane} is now row {count} of {total}': '{lane} اکنون ردیف {count} از {total} است',
                     '{low} to {high}': '{low} تا {high}',
                     '{old} → {new}': '{old} ← {new}',
                     '{path}, line {line}: {reason}': '{path}، سطر {line}: {reason}',
                     '{share} of the steps just lead on': '{share} گام\u200cها فقط به پیش می\u200cروند',
                     '{share} offline': '{share} آفلاین',
                     '{shown} of {total} shown': 'نمایش {shown} از {total}',
                     '{steps} in {journeys}': '{steps} در {journeys}',
                     '{steps}, {people}': '{steps}، {people}',
                     '{step}: {old} → {new}': '{step}: از {old} به {new}',
                     '{title} is no longer a moment of truth: {old}': '{title} دیگر لحظهٔ حقیقت نیست: {old}',
                     '{title} is now a moment of truth: {new}': '{title} اکنون لحظهٔ حقیقت است: {new}',
                     '{title} is now owned by {new}': 'مسئول {title} اکنون {new} است',
                     '{title} no longer rests on {old}': '{title} دیگر بر {old} تکیه ندارد',
                     '{title} now rests on {new} too': '{title} اکنون بر {new} نیز تکیه دارد',
                     '{title} was edited, and is still marked approved': '{title} ویرایش شده و هنوز تأییدشده به شمار '
                                                                         'می\u200cآید',
                     '{title}: a feeling is noted, {new}': '{title}: احساسی ثبت شد، {new}',
                     '{title}: a new delight, {new}': '{title}: نقطهٔ لذتی تازه، {new}',
                     '{title}: a new pain, {new}': '{title}: نقطهٔ دردی تازه، {new}',
                     '{title}: a pain was {old}, is now {new}': '{title}: نقطهٔ درد {old} بود و اکنون {new} است',
                     '{title}: it went back to {old}, goes now to {new}': '{title}: پیش\u200cتر به {old} بازمی\u200cگشت و '
                                                                          'اکنون به {new} بازمی\u200cگردد',
                     '{title}: it went on to {old}, goes now to {new}': '{title}: پیش\u200cتر به {old} می\u200cرفت و اکنون '
                                                                        'به {new} می\u200cرود',
                     '{title}: reviewed on {new}': '{title}: بازبینی\u200cشده در {new}',
                     '{title}: the customer met {old}, meets now {new}': '{title}: مشتری پیش\u200cتر با {old} روبه\u200cرو '
                                                                         'می\u200cشد و اکنون با {new}',
                     '{title}: the delight {old} is gone': '{title}: نقطهٔ لذت {old} از میان رفته است',
                     '{title}: the feeling went from {old} to {new}': '{title}: احساس از {old} به {new} رسید',
                     '{title}: the feeling {old} is no longer noted': '{title}: احساس {old} دیگر ثبت نشده است',
                     '{title}: the owner was {old}, is now {new}': '{title}: مسئول {old} بود و اکنون {new} است',
                     '{title}: the pain {old} is gone': '{title}: نقطهٔ درد {old} از میان رفته است',
                     '{title}: the pain {old} is gone, and neither an opportunity nor new evidence says why': '{title}: '
                                                                                                              'نقطهٔ درد '
                                                                                                              '{old} از '
                                                                                                              'میان رفته و '
                                                                                                              'نه فرصتی و '
                                                                                                              'نه شواهد '
                                                                                                              'تازه\u200cای '
                                                                                                              'دلیلش را '
                                                                                                              'نمی\u200cگوید',
                     '{title}: the present value of {metric} was {old}, is now {new}': '{title}: مقدار کنونی {metric} '
                                                                                       'پیش\u200cتر {old} بود و اکنون {new} '
                                                                                       'است',
                     '{title}: the status was {old}, is now {new}': '{title}: وضعیت {old} بود و اکنون {new} است',
                     '{title}: the target of {metric} was {old}, is now {new}': '{title}: مقدار هدف {metric} پیش\u200cتر '
                                                                                '{old} بود و اکنون {new} است',
                     '{title}: {new} is now watched': '{title}: {new} اکنون پایش می\u200cشود',
                     '{title}: {old} is no longer watched': '{title}: {old} دیگر پایش نمی\u200cشود',
                     '{title}: {old} owned it, now nobody does': '{title}: {old} مسئول آن بود و اکنون کسی مسئول نیست',
                     '{title}: “{field}” no longer says {old}': '{title}: «{field}» دیگر نمی\u200cگوید {old}',
                     '{title}: “{field}” said {old}, says now {new}': '{title}: «{field}» پیش\u200cتر می\u200cگفت {old} و '
                                                                      'اکنون می\u200cگوید {new}',
                     '{title}: “{field}” says {new} too': '{title}: «{field}» اکنون {new} را نیز می\u200cگوید',
                     '{title}: “{field}” was reworded': '{title}: «{field}» بازنویسی شد',
                     '{value} of 5': '{value} از ۵',
                     '{value} on average': 'به طور میانگین {value}',
                     '“{field}” in site.yaml was changed': '«{field}» در site.yaml تغییر کرد'},
        'minus': '−',
        'months': ['ژانویهٔ',
                   'فوریهٔ',
                   'مارس',
                   'آوریل',
                   'مهٔ',
                   'ژوئن',
                   'ژوئیهٔ',
                   'اوت',
                   'سپتامبر',
                   'اکتبر',
                   'نوامبر',
                   'دسامبر'],
        'percent': '{n}٪',
        'plural': 'n > 1'},
 'hu': {'date': '{y}. {month} {d}.',
        'decimal': ',',
        'digits': '0123456789',
        'group': '\xa0',
        'list': [', ', ' és '],
        'messages': {'A person': 'Egy személy',
                     'A team in {teams} of {journeys} journeys': 'Csapat: {journeys} útból {teams}',
                     'After the purchase': 'Vásárlás után',
                     'Aim': 'Cél',
                     'Aligned by stage; the steps of a stage are spread evenly over it.': 'Szakaszok szerint igazítva; egy '
                                                                                          'szakasz lépései egyenletesen '
                                                                                          'oszlanak el benne.',
                     'All': 'Mind',
                     'All answers': 'Minden válasz',
                     'All changes as data (JSON)': 'Minden változás adatként (JSON)',
                     'All content': 'Minden tartalom',
                     'All fourteen': 'Mind a tizennégy',
                     'Also called': 'Más néven',
                     'Analytics': 'Analitika',
                     'Answer': 'Válasz',
                     'Answered': 'Van rá válasz',
                     'Answered by': 'Válasz rá',
                     'Answers': 'Válaszok',
                     'Any two journeys': 'Bármely két út',
                     'Approved': 'Jóváhagyva',
                     'Approved map edited': 'Jóváhagyott térkép módosult',
                     'Approver': 'Jóváhagyó',
                     'As Markdown': 'Markdownként',
                     'As a table': 'Táblázatként',
                     'As it was in {base}': 'Ahogy a(z) {base} változatban volt',
                     'Asked or observed': 'Megkérdezettek vagy megfigyeltek',
                     'Assumed': 'Feltételezés',
                     'Assumption': 'Feltételezés',
                     'At a glance': 'Egy pillantással',
                     'At “{source}” some leave the journey.': 'Néhányan itt elhagyják az utat: „{source}”.',
                     'At “{source}” some leave the journey: {reason}.': 'Néhányan itt elhagyják az utat: „{source}” – '
                                                                        '{reason}.',
                     'Automatic': 'Automatikusan',
                     'Average feeling': 'Átlagos érzés',
                     'B2B': 'B2B',
                     'B2B against B2C': 'B2B és B2C összevetve',
                     'B2B2C': 'B2B2C',
                     'B2C': 'B2C',
                     'Back': 'Vissza',
                     'Back stage': 'Háttér',
                     'Bad': 'Rossz',
                     'Baseline changed': 'Megváltozott a kiinduló érték',
                     'Basis': 'Alapja',
                     'Before the purchase': 'Vásárlás előtt',
                     'Behind its source': 'Elmarad a forrásától',
                     'Best at “{step}” ({value}).': 'Legjobb pont: „{step}” ({value}).',
                     'Big bets': 'Nagy vállalások',
                     'Blocker': 'Akadályozó',
                     'Blueprint': 'Szolgáltatásterv',
                     'Both curves are the same.': 'A két görbe azonos.',
                     'Bounds': 'Határértékek',
                     'Branch leads elsewhere': 'Az elágazás máshová vezet',
                     'Builds it in': 'Beépíti a saját termékébe',
                     'Buyer journey': 'Vásárlói út',
                     'Buying committees': 'Döntési csoportok',
                     'By people': 'Emberek végzik',
                     'By stage and role': 'Szakasz és szerep szerint',
                     'By stages': 'Szakaszonként',
                     'By steps': 'Lépésenként',
                     'Calls': 'Hívások',
                     'Champion': 'Belső támogató',
                     'Change': 'Változás',
                     'Changed last by': 'Utoljára módosította',
                     'Changed since {base}': 'Változott {base} óta',
                     'Changes': 'Változások',
                     'Changes, commit by commit': 'Változások commitonként',
                     'Channel': 'Csatorna',
                     'Channels': 'Csatornák',
                     'Channels by use': 'Csatornák használat szerint',
                     'Claim': 'Állítás',
                     'Claims backed': 'Alátámasztott állítások',
                     'Claims that rest on evidence': 'Bizonyítékon nyugvó állítások',
                     'Claims that rest on it': 'Erre épülő állítások',
                     'Claims to back': 'Alátámasztandó állítások',
                     'Claims without evidence': 'Bizonyíték nélküli állítások',
                     'Close': 'Bezárás',
                     'Code': 'Kód',
                     'Comes after': 'Előzménye',
                     'Compact': 'Tömör',
                     'Compare': 'Összehasonlítás',
                     'Compare journeys': 'Utak összehasonlítása',
                     'Competitor': 'Versenytárs',
                     'Consent': 'Hozzájárulás',
                     'Content': 'Tartalom',
                     'Content asset': 'Tartalmi anyag',
                     'Content assets': 'Tartalmi anyagok',
                     'Content for each role': 'Tartalom szerepenként',
                     'Content made for a role and a stage, where the role takes part; a gap is content to make.': 'Egy '
                                                                                                                  'szerepnek '
                                                                                                                  'és '
                                                                                                                  'szakasznak '
                                                                                                                  'szánt '
                                                                                                                  'tartalom '
                                                                                                                  'ott, '
                                                                                                                  'ahol a '
                                                                                                                  'szerep '
                                                                                                                  'részt '
                                                                                                                  'vesz; a '
                                                                                                                  'hiány '
                                                                                                                  'elkészítendő '
                                                                                                                  'tartalom.',
                     'Content made for it': 'Hozzá készült tartalmak',
                     'Continues in': 'Folytatása',
                     'Copied': 'Másolva',
                     'Copy link': 'Link másolása',
                     'Current state': 'Jelenlegi állapot',
                     'Customer journey': 'Ügyfélút',
                     'Date': 'Dátum',
                     'Day': 'Nap',
                     'Deal': 'Üzlet',
                     'Deal, and cost to win it': 'Üzlet és megszerzésének költsége',
                     'Decides by': 'Döntési szempontok',
                     'Decision maker': 'Döntéshozó',
                     'Delight': 'Örömpont',
                     'Delight gone': 'Eltűnt örömpont',
                     'Delights': 'Örömpontok',
                     'Department': 'Részleg',
                     'Description of the journey': 'Az út leírása',
                     'Desk research': 'Szekunder kutatás',
                     'Detail of a step in': 'Lépést részletez ebben',
                     'Diagrams': 'Diagramok',
                     'Diary': 'Napló',
                     'Dimension': 'Szempont',
                     'Direction': 'Irány',
                     'Disagreement': 'Nézeteltérés',
                     'Do first': 'Ezzel kezdjük',
                     'Does': 'Mit tesz',
                     'Done': 'Kész',
                     'Download the source (.mmd)': 'Forrás letöltése (.mmd)',
                     'Draft': 'Vázlat',
                     'Dropped': 'Elvetve',
                     'Due': 'Határidő',
                     'During the purchase': 'Vásárlás közben',
                     'Economic buyer': 'Gazdasági döntéshozó',
                     'Edit this page': 'Oldal szerkesztése',
                     'Educational': 'Oktató',
                     'Effort': 'Ráfordítás',
                     'Effort for the customer': 'Az ügyfél ráfordítása',
                     'Emotion curve': 'Érzelmi görbe',
                     'Employee journey': 'Munkavállalói út',
                     'End user': 'Végfelhasználó',
                     'Ends at {value}.': 'Záró érték: {value}.',
                     'Every contact between customers and us, online and offline, by when it happens.': 'Az ügyfelekkel '
                                                                                                        'való minden '
                                                                                                        'érintkezés, online '
                                                                                                        'és offline, a '
                                                                                                        'bekövetkezés ideje '
                                                                                                        'szerint.',
                     'Every map of the atlas, with its curve and how far it is agreed.': 'Az atlasz összes térképe, érzelmi '
                                                                                         'görbével és a jóváhagyás '
                                                                                         'állapotával.',
                     'Every step that uses it': 'Minden lépés, amely használja',
                     'Evidence': 'Bizonyíték',
                     'Evidence removed': 'Eltávolított bizonyíték',
                     'Expects': 'Elvárások',
                     'Fact': 'Adat',
                     'Fact added': 'Új adat',
                     'Fact changed': 'Megváltozott adat',
                     'Fact removed': 'Eltávolított adat',
                     'Falls deepest from “{before}” ({from_value}) to “{after}” ({to_value}).': 'Legnagyobb esés: '
                                                                                                '„{before}” ({from_value}) '
                                                                                                '→ „{after}” ({to_value}).',
                     'Feeling': 'Érzés',
                     'Feeling changed': 'Megváltozott érzés',
                     'Feeling no longer noted': 'Már nem jelzett érzés',
                     'Feeling noted': 'Feljegyzett érzés',
                     'Feeling {change}': 'Érzés: {change}',
                     'Feels': 'Mit érez',
                     'Feels now': 'Most így érzi',
                     'Felt otherwise than in {base}: {steps}': 'Más az érzés, mint a(z) {base} változatban: {steps}',
                     'File changed': 'Megváltozott fájl',
                     'File removed': 'Eltávolított fájl',
                     'Fill-ins': 'Kitöltő feladatok',
                     'Filter': 'Szűrés',
                     'Filters narrow this part only; the search finds everything.': 'A szűrők csak ezt a részt szűkítik; a '
                                                                                    'keresés mindent megtalál.',
                     'Finds titles, summaries and texts. Words may be cut short or misspelt.': 'Címekben, összefoglalókban '
                                                                                               'és szövegekben keres. A '
                                                                                               'szavak lehetnek rövidítve '
                                                                                               'vagy elgépelve.',
                     'First journey': 'Első út',
                     'First moment of truth': 'Az igazság első pillanata',
                     'Five: customer, cycle, contacts, offline share, after-sales': 'Öt: ügyfél, ciklus, kapcsolatok, '
                                                                                    'offline arány, értékesítés utáni '
                                                                                    'szakasz',
                     'Fix first': 'Először ezt javítsuk',
                     'Follow the changes in a feed reader (Atom)': 'A változások követése hírolvasóban (Atom)',
                     'For information': 'Tájékoztatásul',
                     'For people': 'Kiknek',
                     'For roles': 'Szerepeknek',
                     'Forms': 'Űrlapok',
                     'Four: cycle, decision, channels, measures': 'Négy: ciklus, döntés, csatornák, mutatók',
                     'Four: team, deal, cycle, feelings': 'Négy: csapat, üzlet, ciklus, érzések',
                     'From': 'Honnan',
                     'From all current maps of each market; nothing here was typed by anybody.': 'Az egyes piacok összes '
                                                                                                 'jelenlegi térképéből; '
                                                                                                 'semmit nem írt ide senki '
                                                                                                 'kézzel.',
                     'From channel to channel': 'Csatornáról csatornára',
                     'From each step to the next one that runs over another channel; steps without a channel are passed over.': 'Minden '
                                                                                                                                'lépéstől '
                                                                                                                                'a '
                                                                                                                                'következő, '
                                                                                                                                'más '
                                                                                                                                'csatornán '
                                                                                                                                'futóig; '
                                                                                                                                'a '
                                                                                                                                'csatorna '
                                                                                                                                'nélküli '
                                                                                                                                'lépések '
                                                                                                                                'kimaradnak.',
                     'From research': 'Kutatásból',
                     'From {first} on {first_day} to {last} on {last_day}.': 'Kezdőérték: {first} ({first_day}), legutóbbi '
                                                                             'érték: {last} ({last_day}).',
                     'From “{source}” back to “{target}”.': 'Visszalépés: „{source}” → „{target}”.',
                     'From “{source}” back to “{target}”: {reason}.': 'Visszalépés: „{source}” → „{target}” – {reason}.',
                     'From “{source}” to “{target}”.': 'Továbblépés: „{source}” → „{target}”.',
                     'From “{source}” to “{target}”: {reason}.': 'Továbblépés: „{source}” → „{target}” – {reason}.',
                     'Front stage': 'Előtér',
                     'Frustrations': 'Frusztrációk',
                     'Full text': 'Teljes szöveg',
                     'Future state': 'Jövőbeli állapot',
                     'Gatekeeper': 'Kapuőr',
                     'Git tells of no change yet.': 'A git még nem tud változásról.',
                     'Goal': 'Cél',
                     'Goals': 'Célok',
                     'Good': 'Jó',
                     'Great': 'Nagy',
                     'Heat map': 'Hőtérkép',
                     'High impact': 'Nagy hatás',
                     'Higher is better': 'A magasabb a jobb',
                     'How channels connect': 'Hogyan kapcsolódnak a csatornák',
                     'How do business and consumer journeys differ, in fourteen dimensions?': 'Miben térnek el az üzleti és '
                                                                                              'a fogyasztói utak tizennégy '
                                                                                              'szempontból?',
                     'How do two journeys differ, and what is left to do until the future is there?': 'Miben tér el két út, '
                                                                                                      'és mi van még hátra '
                                                                                                      'a jövőképig?',
                     'How far to trust the maps': 'Mennyire bízhatunk a térképekben',
                     'How it feels, before and after': 'Milyen érzés, előtte és utána',
                     'How it hangs together': 'Hogyan függ össze',
                     'How long it takes': 'Mennyi ideig tart',
                     'How much is shown': 'Mennyi látszik',
                     'How they recommend': 'Hogyan ajánlják tovább',
                     'How we know': 'Honnan tudjuk',
                     'Id of a step changed': 'Megváltozott lépésazonosító',
                     'Id of a step used again': 'Újra felhasznált lépésazonosító',
                     'Idea': 'Ötlet',
                     'If a link here leads nowhere either, start from the address of the site itself.': 'Ha az itteni '
                                                                                                        'linkek sem '
                                                                                                        'vezetnek sehová, '
                                                                                                        'induljon el a '
                                                                                                        'webhely címéről.',
                     'Importance to us': 'Fontosság számunkra',
                     'In buying committees': 'Beszerzési bizottságokban',
                     'In detail': 'Részletesen',
                     'In other languages': 'Más nyelveken',
                     'In progress': 'Folyamatban',
                     'In review': 'Felülvizsgálat alatt',
                     'In their own words': 'Saját szavaival',
                     'In words and as Mermaid source': 'Szövegesen és Mermaid-forrásként',
                     'Index': 'Jegyzék',
                     'Influencer': 'Befolyásoló',
                     'Informational': 'Tájékoztató',
                     'Interview': 'Interjú',
                     'It may have been renamed. The menu and the lists below lead to everything there is.': 'Lehet, hogy '
                                                                                                            'átnevezték. A '
                                                                                                            'menüből és az '
                                                                                                            'alábbi '
                                                                                                            'listákból '
                                                                                                            'minden '
                                                                                                            'elérhető.',
                     'Its file belongs here:': 'A fájl helye:',
                     'Journey': 'Út',
                     'Journey moved': 'Áthelyezett út',
                     'Journey removed': 'Eltávolított út',
                     'Journey renamed': 'Átnevezett út',
                     'Journey split': 'Kettévált út',
                     'Journeys': 'Utak',
                     'Journeys by stages': 'Utak szakaszonként',
                     'Journeys merged': 'Összevont utak',
                     'Journeys that rest on it': 'Erre épülő utak',
                     'Journeys with a committee': 'Csoportos döntésű utak',
                     'Keep it so': 'Maradjon így',
                     'Keys: j for the next change, k for the one before': 'Billentyűk: j – következő változás, k – előző '
                                                                          'változás',
                     'Kind': 'Fajta',
                     'Kinds of content': 'Tartalomtípusok',
                     'Lane': 'Sáv',
                     'Lanes': 'Sávok',
                     'Language': 'Nyelv',
                     'Last change': 'Utolsó módosítás',
                     'Last review': 'Utolsó felülvizsgálat',
                     'Last value': 'Utolsó érték',
                     'Leaves the journey': 'Elhagyja az utat',
                     'Length': 'Időtartam',
                     'Length of the cycle': 'A ciklus hossza',
                     'Line of interaction': 'Interakciós vonal',
                     'Line of internal interaction': 'Belső interakciós vonal',
                     'Line of visibility': 'Láthatósági vonal',
                     'Linear': 'Linearitás',
                     'Link': 'Hivatkozás',
                     'Link copied': 'Hivatkozás másolva',
                     'Link to this place': 'Hivatkozás erre a helyre',
                     'Little effort': 'Kis ráfordítás',
                     'Little value': 'Kis érték',
                     'Loading …': 'Betöltés …',
                     'Longest wait': 'Leghosszabb várakozás',
                     'Loop leads elsewhere': 'A visszalépés máshová vezet',
                     'Loops back': 'Visszatérés',
                     'Low impact': 'Kis hatás',
                     'Lower is better': 'Az alacsonyabb a jobb',
                     'Lowest feeling': 'Legrosszabb érzés',
                     'Made for': 'Kinek készült',
                     'Made with journeybook {version}': 'Készült ezzel: journeybook {version}',
                     'Main channels': 'Fő csatornák',
                     'Map by map': 'Térképenként',
                     'Maps that are assumptions': 'Feltételezésen alapuló térképek',
                     'Maps that need a review': 'Felülvizsgálandó térképek',
                     'Maps to back with evidence': 'Bizonyítékkal alátámasztandó térképek',
                     'Maps to review': 'Felülvizsgálandó',
                     'Maps use them, and nothing tells how they go.': 'Térképek használják őket, de semmi sem mutatja, '
                                                                      'hogyan működnek.',
                     'Maps without an owner': 'Felelős nélküli térképek',
                     'Market': 'Piac',
                     'Markets': 'Piacok',
                     'Material': 'Anyag',
                     'Mean feeling of everyone in the stage, from −2 to +2, and the number of pains.': 'A szakasz minden '
                                                                                                       'szereplőjének '
                                                                                                       'átlagos érzése −2 '
                                                                                                       'és +2 között, és a '
                                                                                                       'fájdalompontok '
                                                                                                       'száma.',
                     'Medium': 'Közepes',
                     'Medium impact': 'Közepes hatás',
                     'Mend when there is time': 'Javítsuk, ha lesz rá idő',
                     'Mentioned in': 'Említések',
                     'Mentioned, not yet described': 'Említve, de még nincs leírva',
                     'Menu': 'Menü',
                     'Metric': 'Mutató',
                     'Metric no longer watched': 'Már nem figyelt mutató',
                     'Metric watched': 'Újonnan figyelt mutató',
                     'Metrics': 'Mutatók',
                     'Mild': 'Enyhe',
                     'Moment of truth': 'Az igazság pillanata',
                     'Moment of truth lost': 'Elveszett az igazság pillanata',
                     'Moments of truth': 'Az igazság pillanatai',
                     'Move down: {lane}': 'Lejjebb: {lane}',
                     'Move up: {lane}': 'Feljebb: {lane}',
                     'Much effort': 'Nagy ráfordítás',
                     'Much value': 'Nagy érték',
                     'Needs': 'Szükségletek',
                     'Needs review': 'Felülvizsgálandó',
                     'Needs, and decides by': 'Szükségletek és döntési szempontok',
                     'Neither journey says anything of this stage.': 'Egyik út sem mond semmit erről a szakaszról.',
                     'Neutral': 'Semleges',
                     'New delight': 'Új örömpont',
                     'New evidence': 'Új bizonyíték',
                     'New file': 'Új fájl',
                     'New journey': 'Új út',
                     'New moment of truth': 'Az igazság új pillanata',
                     'New pain': 'Új fájdalompont',
                     'New since {base}': 'Új {base} óta',
                     'New stage': 'Új szakasz',
                     'New step': 'Új lépés',
                     'New steps': 'Új lépések',
                     'Next': 'Következő',
                     'Next part': 'Következő rész',
                     'No comparison is ready-made: name journeys under `compare` in site.yaml.': 'Nincs kész '
                                                                                                 'összehasonlítás: nevezzen '
                                                                                                 'meg utakat a site.yaml '
                                                                                                 '`compare` részében.',
                     'No message': 'Nincs üzenet',
                     'No owner': 'Nincs felelőse',
                     'No role named': 'Nincs megnevezett szerep',
                     'Nobody has described this yet. It is used on the pages below.': 'Ezt még senki sem írta le. Az alábbi '
                                                                                      'oldalakon szerepel.',
                     'Nobody yet': 'Még senki',
                     'Not answered yet': 'Még nincs rá válasz',
                     'Not checked within the review period': 'A felülvizsgálati időszakban nem ellenőrizték',
                     'Not everything could be compared': 'Nem lehetett mindent összehasonlítani',
                     'Not measured': 'Nincs mérve',
                     'Not yet': 'Még nem',
                     'Not yet placed': 'Még nincs besorolva',
                     'Note': 'Megjegyzés',
                     'Notes': 'Megjegyzések',
                     'Nothing changed in meaning.': 'Tartalmilag semmi sem változott.',
                     'Nothing found for “{query}”.': 'Nincs találat erre: „{query}”.',
                     'Nothing here rests on evidence yet': 'Itt még semmit sem támaszt alá bizonyíték',
                     'Nothing: the future is there.': 'Semmi: a jövő megérkezett.',
                     'Number of deciders': 'Döntéshozók száma',
                     'Offline': 'Offline',
                     'Offline share': 'Offline arány',
                     'On': 'Tovább',
                     'On the map': 'A térképen',
                     'On this page': 'Ezen az oldalon',
                     'Online': 'Online',
                     'Online or offline': 'Online vagy offline',
                     'Open opportunities': 'Nyitott lehetőségek',
                     'Open questions': 'Nyitott kérdések',
                     'Open with the key {key}': 'Megnyitás a(z) {key} billentyűvel',
                     'Opportunities': 'Lehetőségek',
                     'Opportunities that answer its pains': 'Lehetőségek a fájdalompontokra',
                     'Opportunity': 'Lehetőség',
                     'Organisation': 'Szervezet',
                     'Other touchpoint': 'Más érintkezési pont',
                     'Other versions': 'Más változatok',
                     'Outside of journeys': 'Az utakon kívül',
                     'Overview': 'Áttekintés',
                     'Own journeys': 'Saját utak',
                     'Owner': 'Felelős',
                     'Owner changed': 'Megváltozott a felelős',
                     'Owner gone': 'Felelős nélkül maradt',
                     'Owner named': 'Felelős kijelölve',
                     'Page': 'Oldal',
                     'Pages': 'Oldalak',
                     'Pain': 'Fájdalompont',
                     'Pain gone': 'Eltűnt fájdalompont',
                     'Pain gone unexplained': 'Indoklás nélkül eltűnt fájdalompont',
                     'Pain moved': 'Áthelyezett fájdalompont',
                     'Pain weighs differently': 'Megváltozott súlyosságú fájdalompont',
                     'Pains': 'Fájdalompontok',
                     'Pains and delights': 'Fájdalom- és örömpontok',
                     'Pains it answers': 'Fájdalompontok, amelyekre válaszol',
                     'Pains that go': 'Megszűnő fájdalompontok',
                     'Part of': 'Ennek része',
                     'Part {number} of {count}': '{number}. rész, összesen {count}',
                     'Parts': 'Részei',
                     'Parts of this list': 'A lista részei',
                     'Parts of this list, below it': 'A lista részei a lista alatt',
                     'People': 'Emberek',
                     'People furthest apart: {step} ({low} to {high})': 'Legnagyobb eltérés: {step} ({low} és {high} '
                                                                        'között)',
                     'People {count} apart': 'Eltérés: {count}',
                     'Persona': 'Perszóna',
                     'Personas': 'Perszónák',
                     'Persuasive': 'Meggyőző',
                     'Phase': 'Fázis',
                     'Physical evidence': 'Tárgyi bizonyíték',
                     'Pick two different journeys.': 'Válasszon két különböző utat.',
                     'Plan well': 'Jól megtervezni',
                     'Planned': 'Tervezett',
                     'Pleasant, not needed': 'Kellemes, de nem szükséges',
                     'Presence': 'Jelenlét',
                     'Present': 'Vetítés',
                     'Previous part': 'Előző rész',
                     'Priority': 'Prioritás',
                     'Proof': 'Igazoló',
                     'Questions that no single map can answer, worked out from all of them. Nobody typed these pages.': 'Kérdések, '
                                                                                                                        'amelyekre '
                                                                                                                        'egyetlen '
                                                                                                                        'térkép '
                                                                                                                        'nem '
                                                                                                                        'felelhet; '
                                                                                                                        'a '
                                                                                                                        'válasz '
                                                                                                                        'az '
                                                                                                                        'összesből '
                                                                                                                        'adódik. '
                                                                                                                        'Ezeket '
                                                                                                                        'az '
                                                                                                                        'oldalakat '
                                                                                                                        'senki '
                                                                                                                        'nem '
                                                                                                                        'írta.',
                     'Quick wins': 'Gyors eredmények',
                     'Quotation': 'Idézet',
                     'Range of feelings': 'Az érzések terjedelme',
                     'Reach': 'Elérés',
                     'Reached': 'Elérve',
                     'Read it stage by stage': 'Olvasás szakaszonként',
                     'Read on below': 'Folytatás lentebb',
                     'Readings': 'Mérések',
                     'Ready-made comparisons': 'Kész összehasonlítások',
                     'Related pages': 'Kapcsolódó oldalak',
                     'Renamed': 'Átnevezve',
                     'Reported to by': 'Beosztottjai',
                     'Reports to': 'Felettese',
                     'Reseller': 'Viszonteladó',
                     'Reset to the order of the site': 'A webhely sorrendjének visszaállítása',
                     'Results: {count}': 'Találatok: {count}',
                     'Retired': 'Kivezetve',
                     'Reviewed': 'Felülvizsgálva',
                     'Role': 'Szerep',
                     'Roles and what they decide by': 'Szerepek és döntési szempontjaik',
                     'Runs': 'Hogyan működik',
                     'Sales notes': 'Értékesítési jegyzetek',
                     'Say': 'Beleszólás',
                     'Says': 'Mit mond',
                     'Search': 'Keresés',
                     'Second journey': 'Második út',
                     'Second moment of truth': 'Az igazság második pillanata',
                     'See it': 'Megtekintés',
                     'See what changed': 'Mi változott',
                     'Segment': 'Szegmens',
                     'Service blueprint': 'Szolgáltatási tervrajz',
                     'Settings changed': 'Megváltozott beállítások',
                     'Severe': 'Súlyos',
                     'Severity': 'Súlyosság',
                     'Show': 'Mutat',
                     'Show all': 'Összes megjelenítése',
                     'Show changed columns only': 'Csak a megváltozott oszlopok',
                     'Side by side': 'Egymás mellett',
                     'Skip to the content': 'Ugrás a tartalomra',
                     'Small': 'Kis',
                     'Source': 'Forrás',
                     'Stage': 'Szakasz',
                     'Stage by stage': 'Szakaszról szakaszra',
                     'Stage moved': 'Áthelyezett szakasz',
                     'Stage removed': 'Eltávolított szakasz',
                     'Stage renamed': 'Átnevezett szakasz',
                     'Stage split': 'Kettévált szakasz',
                     'Stage {count} of {total}': '{total} szakaszból a(z) {count}.',
                     'Stage {number}: {stage}': '{number}. szakasz: {stage}',
                     'Stages': 'Szakaszok',
                     'Stages merged': 'Összevont szakaszok',
                     'Stages without content for a role': 'Szakaszok, ahol egy szerepnek nincs tartalma',
                     'State': 'Állapot',
                     'Status': 'Állapot',
                     'Status changed': 'Megváltozott állapot',
                     'Stays': 'Marad',
                     'Step': 'Lépés',
                     'Step by step': 'Lépésről lépésre',
                     'Step goes': 'A lépés megszűnik',
                     'Step moved': 'Áthelyezett lépés',
                     'Step moved to another journey': 'A lépés másik útba került',
                     'Step out of reach': 'Elérhetetlen lépés',
                     'Step removed': 'Eltávolított lépés',
                     'Step renamed': 'Átnevezett lépés',
                     'Step split': 'Kettévált lépés',
                     'Step {count} of {total}': '{total} lépésből a(z) {count}.',
                     'Steps': 'Lépések',
                     'Steps in a row': 'Egymást követő lépések',
                     'Steps merged': 'Összevont lépések',
                     'Steps that feel different': 'Másként megélt lépések',
                     'Steps that go': 'Megszűnő lépések',
                     'Story': 'Történet',
                     'Story of the step': 'A lépés története',
                     'Straight or winding': 'Egyenes vagy kanyargós',
                     'Support processes': 'Támogató folyamatok',
                     'Support records': 'Ügyfélszolgálati adatok',
                     'Survey': 'Felmérés',
                     'Switch between light and dark': 'Váltás világos és sötét között',
                     'Tags': 'Címkék',
                     'Taken': 'Mérési időszak',
                     'Takes': 'Időtartam',
                     'Takes part in': 'Részt vesz benne',
                     'Target': 'Célérték',
                     'Target changed': 'Megváltozott célérték',
                     'Target reached': 'Célérték elérve',
                     'Target {value}': 'Célérték: {value}',
                     'Technical buyer': 'Műszaki döntéshozó',
                     'Text': 'Szöveg',
                     'The axis is logarithmic: each tick is many times the one before. A lighter end is the far end of a range.': 'A '
                                                                                                                                  'tengely '
                                                                                                                                  'logaritmikus: '
                                                                                                                                  'minden '
                                                                                                                                  'beosztás '
                                                                                                                                  'az '
                                                                                                                                  'előző '
                                                                                                                                  'sokszorosa. '
                                                                                                                                  'A '
                                                                                                                                  'halványabb '
                                                                                                                                  'vég '
                                                                                                                                  'a '
                                                                                                                                  'tartomány '
                                                                                                                                  'felső '
                                                                                                                                  'határa.',
                     'The buying committee': 'A beszerzési bizottság',
                     'The computer that built this site has no program to draw diagrams, so the source is shown.': 'A '
                                                                                                                   'webhelyet '
                                                                                                                   'készítő '
                                                                                                                   'számítógépen '
                                                                                                                   'nincs '
                                                                                                                   'ábrarajzoló '
                                                                                                                   'program, '
                                                                                                                   'ezért a '
                                                                                                                   'forrás '
                                                                                                                   'látható.',
                     'The curve as a picture': 'A görbe képként',
                     'The curves': 'A görbék',
                     'The customer is': 'Az ügyfél',
                     'The cycle': 'A ciklus',
                     'The dimensions': 'A szempontok',
                     'The drawing shows the first {count}, the table all of them.': 'A rajzon az első {count} látszik, a '
                                                                                    'táblázatban mindegyik.',
                     'The feeling stays at {value} throughout.': 'Az érzés végig változatlan: {value}.',
                     'The figures that say whether journeys get better.': 'A számok, amelyek megmutatják, javulnak-e az '
                                                                          'utak.',
                     'The journey as it is now': 'Az út mai állapota',
                     'The journey goes through {stages}.': 'Az út szakaszai: {stages}.',
                     'The latest changes': 'A legutóbbi változások',
                     'The map': 'A térkép',
                     'The map as a picture': 'A térkép képként',
                     'The map this one translates has changed since': 'A térkép, amelyet ez lefordít, azóta megváltozott',
                     'The map, both versions in one': 'A térkép, a két változat egyben',
                     'The maps behind it': 'A mögötte álló térképek',
                     'The moments that decide whether the customer stays, the worst felt first.': 'A pillanatok, amelyeken '
                                                                                                  'eldől, marad-e az '
                                                                                                  'ügyfél; elöl a '
                                                                                                  'legrosszabbul megéltek.',
                     'The parts that journeys share, so that they can be compared.': 'Az utak közös részei, hogy '
                                                                                     'összehasonlíthatók legyenek.',
                     'The path, step by step': 'Az út lépésről lépésre',
                     'The people whose journeys are told, and those who decide with them.': 'Akiknek az útját bemutatjuk, '
                                                                                            'és akik velük együtt döntenek.',
                     'The search index could not be loaded.': 'A keresési index nem tölthető be.',
                     'The stages': 'A szakaszok',
                     'The steps follow each other, except where said here.': 'A lépések egymást követik, kivéve az itt '
                                                                             'jelzett helyeken.',
                     'The target is not reached yet.': 'A célérték még nincs elérve.',
                     'The target is reached.': 'A célérték elérve.',
                     'The ways on which touchpoints reach the customer.': 'Az utak, amelyeken az érintkezési pontok elérik '
                                                                          'az ügyfelet.',
                     'The ways taken most often': 'A leggyakoribb átmenetek',
                     'There is nothing to mend.': 'Nincs mit javítani.',
                     'Think twice': 'Kétszer meggondolni',
                     'Thinks': 'Mit gondol',
                     'This could not be compared with {base}, or not in full': 'Ezt nem, vagy nem teljesen lehetett '
                                                                               'összevetni ezzel: {base}',
                     'This diagram could not be drawn, so the source is shown.': 'Ezt az ábrát nem lehetett megrajzolni, '
                                                                                 'ezért a forrás látható.',
                     'This page has moved.': 'Ez az oldal átkerült máshová.',
                     'This page is not here': 'Ez az oldal nincs itt',
                     'Ticket': 'Feladatjegy',
                     'Time': 'Idő',
                     'Time by steps': 'Idő lépésenként',
                     'Times': 'Alkalom',
                     'Title': 'Cím',
                     'To': 'Hová',
                     'Together: {time}': 'Összesen: {time}',
                     'Touchpoint': 'Érintkezési pont',
                     'Touchpoint first used': 'Először használt érintkezési pont',
                     'Touchpoint unused': 'Nem használt érintkezési pont',
                     'Touchpoints': 'Érintkezési pontok',
                     'Touchpoints before the decision': 'Érintkezési pontok a döntés előtt',
                     'Touchpoints before the purchase': 'Érintkezési pontok a vásárlás előtt',
                     'Touchpoints that nobody measures': 'Senki által nem mért érintkezési pontok',
                     'Touchpoints to fix first': 'Elsőként javítandó érintkezési pontok',
                     'Touchpoints to measure': 'Mérendő érintkezési pontok',
                     'Touchpoints: worth against feeling': 'Érintkezési pontok: érték és érzés',
                     'Trigger': 'Kiváltó ok',
                     'Type': 'Típus',
                     'Ultimate moment of truth': 'Az igazság végső pillanata',
                     'Unit': 'Mértékegység',
                     'Used by': 'Hol használják',
                     'Used by {kind}': 'Itt használják: {kind}',
                     'Used in': 'Hol szerepel',
                     'User': 'Felhasználó',
                     'Uses the product as': 'A termék használatának módja',
                     'Uses {kind}': 'Ezeket használja: {kind}',
                     'Value': 'Érték',
                     'Value against effort': 'Érték és ráfordítás',
                     'Value to the customer against effort for us': 'Érték az ügyfélnek és ráfordítás nekünk',
                     'Very bad': 'Nagyon rossz',
                     'Very good': 'Nagyon jó',
                     'View': 'Nézet',
                     'Visual': 'Vizuális',
                     'Wait: {step}': 'Várakozás: {step}',
                     'Waits': 'Várakozás',
                     'Walk through the journey': 'Séta végig az úton',
                     'Ways in': 'Bejáratok',
                     'Ways out': 'Kilépési pontok',
                     'What': 'Mi',
                     'What changed': 'Mi változott',
                     'What changed for the customer': 'Mi változott az ügyfél számára',
                     'What changed last': 'Legutóbbi változások',
                     'What changed since {base}': 'Mi változott {base} óta',
                     'What customers read, watch and hold on their way.': 'Amit az ügyfelek útközben olvasnak, megnéznek és '
                                                                          'kézbe vesznek.',
                     'What each map was made to answer, and what keeps readers from trusting it.': 'Milyen kérdésre készült '
                                                                                                   'az egyes térkép, és mi '
                                                                                                   'miatt nem bíznak benne '
                                                                                                   'az olvasók.',
                     'What each role can read, watch or hold at each stage, and where there is nothing yet.': 'Mit '
                                                                                                              'olvashat, '
                                                                                                              'nézhet meg '
                                                                                                              'vagy vehet '
                                                                                                              'kézbe az '
                                                                                                              'egyes szerep '
                                                                                                              'az egyes '
                                                                                                              'szakaszokban, '
                                                                                                              'és hol nincs '
                                                                                                              'még semmi.',
                     'What has been changed lately, by whom, and why?': 'Mi változott mostanában, ki által és miért?',
                     'What hurts the customer, the severest first, and what we do about it.': 'Mi fáj az ügyfélnek, elöl a '
                                                                                              'legsúlyosabbakkal, és mit '
                                                                                              'teszünk ellene.',
                     'What is left to do': 'Mi van még hátra',
                     'What is missing': 'Mi hiányzik',
                     'What is old, assumed, without an owner or not measured, and who could mend it?': 'Mi régi, '
                                                                                                       'feltételezett, '
                                                                                                       'felelős nélküli '
                                                                                                       'vagy méretlen, és '
                                                                                                       'ki javíthatná?',
                     'What it means to us': 'Mit jelent ez nekünk',
                     'What makes them act': 'Mi készteti cselekvésre',
                     'What rests on it': 'Mi épül rá',
                     'What the maps ask': 'Mit kérdeznek a térképek',
                     'What they decide by': 'Mi alapján döntenek',
                     'What we could do better, by worth and effort.': 'Mit csinálhatnánk jobban, érték és ráfordítás '
                                                                      'szerint.',
                     'When there is time': 'Ha lesz rá idő',
                     'Where does it hurt, and which touchpoint do we fix first?': 'Hol fáj, és melyik érintkezési pontot '
                                                                                  'javítsuk először?',
                     'Where it is worst': 'Ahol a legrosszabb',
                     'Where what the maps say comes from.': 'Honnan származik, amit a térképek állítanak.',
                     'Where you are': 'Hol jár most',
                     'Which way do customers go from channel to channel, and where can we not see them?': 'Merre mennek az '
                                                                                                          'ügyfelek '
                                                                                                          'csatornáról '
                                                                                                          'csatornára, és '
                                                                                                          'hol nem látjuk '
                                                                                                          'őket?',
                     'Who': 'Ki',
                     'Who could mend it': 'Ki javíthatná',
                     'Who decides, when do they take part, what do they need, and what have we for them?': 'Ki dönt, mikor '
                                                                                                           'vesz részt, '
                                                                                                           'mire van '
                                                                                                           'szüksége, és '
                                                                                                           'mit tudunk adni '
                                                                                                           'neki?',
                     'Who takes part in which step, and how they feel in the stage.': 'Ki melyik lépésben vesz részt, és '
                                                                                      'hogyan érez a szakaszban.',
                     'Why it decides': 'Miért döntő',
                     'Why the customer is here': 'Miért van itt az ügyfél',
                     'Why this map': 'Miért készült a térkép',
                     'Will feel': 'Így fogja érezni',
                     'Wording': 'Megfogalmazás',
                     'Workshop': 'Műhelymunka',
                     'Worst at “{step}” ({value}).': 'Legrosszabb pont: „{step}” ({value}).',
                     'Worst moment elsewhere': 'Máshol van a legrosszabb pillanat',
                     'Worth': 'Érték',
                     'Worth against feeling, drawn': 'Érték és érzés, rajzban',
                     "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, and first in the table.": 'Sokat '
                                                                                                                                             'ér '
                                                                                                                                             'az '
                                                                                                                                             'ügyfélnek, '
                                                                                                                                             'mégis '
                                                                                                                                             'rossz '
                                                                                                                                             'élmény: '
                                                                                                                                             'ezek '
                                                                                                                                             'állnak '
                                                                                                                                             'a '
                                                                                                                                             'rajz '
                                                                                                                                             'rossz '
                                                                                                                                             'oldalán '
                                                                                                                                             'felül '
                                                                                                                                             'és '
                                                                                                                                             'a '
                                                                                                                                             'táblázat '
                                                                                                                                             'elején.',
                     'Worth to the customer': 'Érték az ügyfélnek',
                     'Zero moment of truth': 'Az igazság nulladik pillanata',
                     'a feeling of −{value}': 'egy −{value} értékű érzés',
                     'a guess: {score} alike': 'sejtés, hasonlóság: {score}',
                     'a new journey': 'új út',
                     'a new journey: {title}': 'új út: {title}',
                     'a new stage: {title}': 'új szakasz: {title}',
                     'a new step: {title}': 'új lépés: {title}',
                     'a new {field}: {title}': 'új {field}: {title}',
                     'a part of {old} is now a journey of its own: {new}': 'önálló út lett egy út része; eredeti: {old}, '
                                                                           'új: {new}',
                     'after': 'utána',
                     'after {step}': 'ezután: {step}',
                     'before': 'előtte',
                     'behind its source': 'elmarad a forrásától',
                     'changed': 'megváltozott',
                     'day': 'nap',
                     'everyone': 'mindenki',
                     'first': 'elsőként',
                     'for information': 'tájékoztatásul',
                     'from {low} to {high}': '{low} és {high} között',
                     'from {source} to {target}: {times}': 'innen: {source}, ide: {target}: {times}',
                     'gone': 'eltűnt',
                     'high impact': 'nagy hatás',
                     'in {stage}': 'itt: {stage}',
                     'it crosses zero': 'átlépi a nullát',
                     'it falls by 40 % of the scale or more': 'a skála legalább 40%-ával esik',
                     'its id now names {step}': 'azonosítója most ezt jelöli: {step}',
                     'look: {owner}': 'nézze meg: {owner}',
                     'low impact': 'kis hatás',
                     'medium impact': 'közepes hatás',
                     'month': 'hónap',
                     'moved': 'áthelyezve',
                     'moved here from {journey}': 'innen került ide: {journey}',
                     'moved to {journey}': 'ide került: {journey}',
                     'never': 'soha',
                     'new': 'új',
                     'new stage': 'új szakasz',
                     'new step': 'új lépés',
                     'no': 'nem',
                     'no day': 'nincs nap',
                     'no journey comes to the touchpoint {title} any more': 'már egyetlen út sem érinti ezt az érintkezési '
                                                                            'pontot: {title}',
                     'no time given': 'nincs megadva idő',
                     'no way leads to the step {title} any more': 'már semmi sem vezet ehhez a lépéshez: {title}',
                     'not in this journey': 'nincs ebben az útban',
                     'not written yet': 'még nincs megírva',
                     'nothing': 'semmi',
                     'nothing yet': 'még semmi',
                     'of any kind': 'bármilyen',
                     'only its wording': 'csak a szövege',
                     'removed step': 'eltávolított lépés',
                     'reviewed again on {day}': 'újra átnézve ekkor: {day}',
                     'steps and waits added up': 'lépések és várakozások összege',
                     'steps of the stage {old} are now a stage of their own: {new}': 'önálló szakasz lett egy szakasz '
                                                                                     'néhány lépése; eredeti: {old}, új: '
                                                                                     '{new}',
                     'steps with one way on': 'egyféleképpen folytatódó lépések',
                     'the id of the step {old} now names another one: {new}': 'egy lépés azonosítója most másik lépést '
                                                                              'jelöl; korábban: {old}, most: {new}',
                     'the id of the step {title} was {old}, is now {new}': 'lépés: {title} – azonosítója korábban: {old}, '
                                                                           'most: {new}',
                     'the journey {old} is now called {new}': 'az út új neve: {new} (korábban: {old})',
                     'the journey {old} went into {new}': 'beolvadt út: {old}, ebbe: {new}',
                     'the journey {title} is gone': 'ez az út eltűnt: {title}',
                     'the journey {title} moved from {old} to {new}': 'áthelyezett út: {title}; innen: {old}, ide: {new}',
                     'the maps do not say': 'a térképek nem mondják',
                     'the pain {title} moved from {old} to {new}': 'áthelyezett fájdalompont: {title}; innen: {old}, ide: '
                                                                   '{new}',
                     'the same in {count} more journey': ['ugyanez még {count} útban'],
                     'the stage {old} is now called {new}': 'a szakasz új neve: {new} (korábban: {old})',
                     'the stage {old} went into the stage {new}': 'beolvadt szakasz: {old}, ebbe: {new}',
                     'the stage {title} is gone': 'ez a szakasz eltűnt: {title}',
                     'the stage {title} moved: it came {old}, comes now {new}': 'áthelyezett szakasz: {title}; helye '
                                                                                'korábban: {old}, most: {new}',
                     'the step below': 'a következő lépés',
                     'the step {old} is now called {new}': 'a lépés új neve: {new} (korábban: {old})',
                     'the step {old} was split: a part of it is now {new}': 'kettévált lépés: {old}; egy része most: {new}',
                     'the step {old} went into {new}': 'beolvadt lépés: {old}, ebbe: {new}',
                     'the step {title} is gone': 'ez a lépés eltűnt: {title}',
                     'the step {title} moved from the journey {old} to {new}': 'a(z) {title} lépés innen: {old}, ide '
                                                                               'került: {new}',
                     'the step {title} moved: it came {old}, comes now {new}': 'áthelyezett lépés: {title}; helye korábban: '
                                                                               '{old}, most: {new}',
                     'the touchpoint {title} is used for the first time': 'először használt érintkezési pont: {title}',
                     'the way out': 'a kiút',
                     'the worst moment was {old}, is now {new}': 'a legrosszabb pillanat korábban: {old}, most: {new}',
                     'the {field} {old} is now called {new}': '{field}: új neve {new} (korábban: {old})',
                     'the {field} {title} is gone': 'eltűnt: {field}, {title}',
                     'this journey is gone': 'ez az út eltűnt',
                     'week': 'hét',
                     'with it the step {steps}': ['vele ez a lépés: {steps}'],
                     'with it the steps {steps} and {more} more': 'vele ezek a lépések: {steps} és még {more}',
                     'with it {things}': 'vele: {things}',
                     'without a weight': 'súly nélkül',
                     'yes': 'igen',
                     '{backed} of {claims}': '{claims} közül {backed}',
                     '{backed} of {claims} claims backed': 'Alátámasztott állítások: {backed}/{claims}',
                     '{change}, before: {old}': '{change}, korábban: {old}',
                     '{code} {title}: value {value}, effort {effort}': '{code} {title}: érték {value}, ráfordítás {effort}',
                     '{count}': '{count}',
                     '{count} action': ['{count} tevékenység'],
                     '{count} change was accepted before': ['{count} változás már korábban el lett fogadva'],
                     '{count} changed': ['{count} változott'],
                     '{count} claim without evidence': ['{count} állítás bizonyíték nélkül'],
                     '{count} day': ['{count} nap'],
                     '{count} delight': ['{count} öröm'],
                     '{count} file changed, no change in meaning': ['{count} fájl változott, tartalmi változás nélkül'],
                     '{count} hour': ['{count} óra'],
                     '{count} journey': ['{count} út'],
                     '{count} minute': ['{count} perc'],
                     '{count} moment of truth': ['{count} igazság pillanata'],
                     '{count} month': ['{count} hónap'],
                     '{count} more': 'még {count}',
                     '{count} of them': ['közülük {count}'],
                     '{count} of {total} shown': '{total} közül {count} látható',
                     '{count} pain': ['{count} fájdalompont'],
                     '{count} person': ['{count} személy'],
                     '{count} reading': ['{count} mérés'],
                     '{count} second': ['{count} másodperc'],
                     '{count} severe': ['{count} súlyos'],
                     '{count} step': ['{count} lépés'],
                     '{count} step stays as it is.': ['{count} lépés változatlan marad.'],
                     '{count} touchpoint': ['{count} érintkezési pont'],
                     '{count} touchpoint not measured': ['{count} érintkezési pont nincs mérve'],
                     '{count} ways back for each step': '{count} visszaút lépésenként',
                     '{count} week': ['{count} hét'],
                     '{count} year': ['{count} év'],
                     '{day}': '{day}',
                     '{fact}: id': '{fact}: azonosító',
                     '{fact}: marks': '{fact}: jelölések',
                     '{lane} is now row {count} of {total}': '{lane}: most a(z) {count}. sor a(z) {total} közül',
                     '{low} to {high}': '{low} – {high}',
                     '{old} → {new}': '{old} → {new}',
                     '{path}, line {line}: {reason}': '{path}, {line}. sor: {reason}',
                     '{share} of the steps just lead on': 'a lépések {share} része egyszerűen továbbvezet',
                     '{share} offline': '{share} offline',
                     '{shown} of {total} shown': 'Látható: {shown}/{total}',
                     '{steps} in {journeys}': '{steps}, {journeys}',
                     '{steps}, {people}': '{steps}, {people}',
                     '{step}: {old} → {new}': '{step}: {old} → {new}',
                     '{title} is no longer a moment of truth: {old}': '{title}: már nem az igazság pillanata: {old}',
                     '{title} is now a moment of truth: {new}': '{title}: mostantól az igazság pillanata: {new}',
                     '{title} is now owned by {new}': '{title}: a felelős mostantól {new}',
                     '{title} no longer rests on {old}': '{title}: már nem erre épül: {old}',
                     '{title} now rests on {new} too': '{title}: most már erre is épül: {new}',
                     '{title} was edited, and is still marked approved': '{title}: módosult, de továbbra is jóváhagyottként '
                                                                         'szerepel',
                     '{title}: a feeling is noted, {new}': '{title}: feljegyzett érzés: {new}',
                     '{title}: a new delight, {new}': '{title}: új örömpont: {new}',
                     '{title}: a new pain, {new}': '{title}: új fájdalompont: {new}',
                     '{title}: a pain was {old}, is now {new}': '{title}: egy fájdalompont súlyossága korábban: {old}, '
                                                                'most: {new}',
                     '{title}: it went back to {old}, goes now to {new}': '{title}: visszalépés korábban ide: {old}, most '
                                                                          'ide: {new}',
                     '{title}: it went on to {old}, goes now to {new}': '{title}: továbblépés korábban ide: {old}, most '
                                                                        'ide: {new}',
                     '{title}: reviewed on {new}': '{title}: felülvizsgálva: {new}',
                     '{title}: the customer met {old}, meets now {new}': '{title}: az ügyfél érintkezési pontja korábban: '
                                                                         '{old}, most: {new}',
                     '{title}: the delight {old} is gone': '{title}: eltűnt örömpont: {old}',
                     '{title}: the feeling went from {old} to {new}': '{title}: az érzés korábban: {old}, most: {new}',
                     '{title}: the feeling {old} is no longer noted': '{title}: már nem jelzett érzés: {old}',
                     '{title}: the owner was {old}, is now {new}': '{title}: a felelős korábban: {old}, most: {new}',
                     '{title}: the pain {old} is gone': '{title}: eltűnt fájdalompont: {old}',
                     '{title}: the pain {old} is gone, and neither an opportunity nor new evidence says why': '{title}: '
                                                                                                              'eltűnt '
                                                                                                              'fájdalompont: '
                                                                                                              '{old} – sem '
                                                                                                              'lehetőség, '
                                                                                                              'sem új '
                                                                                                              'bizonyíték '
                                                                                                              'nem '
                                                                                                              'indokolja',
                     '{title}: the present value of {metric} was {old}, is now {new}': '{title}: mutató: {metric}, '
                                                                                       'jelenlegi értéke korábban: {old}, '
                                                                                       'most: {new}',
                     '{title}: the status was {old}, is now {new}': '{title}: az állapot korábban: {old}, most: {new}',
                     '{title}: the target of {metric} was {old}, is now {new}': '{title}: mutató: {metric}, célértéke '
                                                                                'korábban: {old}, most: {new}',
                     '{title}: {new} is now watched': '{title}: mostantól figyelt mutató: {new}',
                     '{title}: {old} is no longer watched': '{title}: már nem figyelt mutató: {old}',
                     '{title}: {old} owned it, now nobody does': '{title}: a felelős korábban: {old}, most nincs felelőse',
                     '{title}: “{field}” no longer says {old}': '{title}: „{field}” – már nem szerepel itt: {old}',
                     '{title}: “{field}” said {old}, says now {new}': '{title}: „{field}” – korábban: {old}, most: {new}',
                     '{title}: “{field}” says {new} too': '{title}: „{field}” – most már ez is szerepel: {new}',
                     '{title}: “{field}” was reworded': '{title}: „{field}” – átfogalmazva',
                     '{value} of 5': '{value} az 5-ből',
                     '{value} on average': 'átlagosan {value}',
                     '“{field}” in site.yaml was changed': '„{field}” – megváltozott a site.yaml fájlban'},
        'minus': '−',
        'months': ['január',
                   'február',
                   'március',
                   'április',
                   'május',
                   'június',
                   'július',
                   'augusztus',
                   'szeptember',
                   'október',
                   'november',
                   'december'],
        'percent': '{n}%',
        'plural': 'n != 1'},
 'pl': {'date': '{d} {month} {y}',
        'decimal': ',',
        'digits': '0123456789',
        'group': '\xa0',
        'list': [', ', ' i '],
        'messages': {'A person': 'Osoba',
                     'A team in {teams} of {journeys} journeys': 'Zespół: w {teams} z {journeys} podróży',
                     'After the purchase': 'Po zakupie',
                     'Aim': 'Cel',
                     'Aligned by stage; the steps of a stage are spread evenly over it.': 'Wyrównane według etapów; kroki '
                                                                                          'etapu rozłożone są w nim równo.',
                     'All': 'Wszystkie',
                     'All answers': 'Wszystkie odpowiedzi',
                     'All changes as data (JSON)': 'Wszystkie zmiany jako dane (JSON)',
                     'All content': 'Wszystkie treści',
                     'All fourteen': 'Wszystkie czternaście',
                     'Also called': 'Inne nazwy',
                     'Analytics': 'Analityka',
                     'Answer': 'Odpowiedź',
                     'Answered': 'Z odpowiedzią',
                     'Answered by': 'Odpowiedź',
                     'Answers': 'Odpowiedzi',
                     'Any two journeys': 'Dowolne dwie podróże',
                     'Approved': 'Zatwierdzone',
                     'Approved map edited': 'Zmieniono zatwierdzoną mapę',
                     'Approver': 'Zatwierdzający',
                     'As Markdown': 'Jako Markdown',
                     'As a table': 'Jako tabela',
                     'As it was in {base}': 'Tak było w {base}',
                     'Asked or observed': 'Osoby pytane lub obserwowane',
                     'Assumed': 'Na podstawie założeń',
                     'Assumption': 'Założenie',
                     'At a glance': 'W skrócie',
                     'At “{source}” some leave the journey.': 'Niektórzy opuszczają tu podróż: „{source}”.',
                     'At “{source}” some leave the journey: {reason}.': 'Niektórzy opuszczają tu podróż: „{source}” – '
                                                                        '{reason}.',
                     'Automatic': 'Automatycznie',
                     'Average feeling': 'Średnie odczucie',
                     'B2B': 'B2B',
                     'B2B against B2C': 'B2B a B2C',
                     'B2B2C': 'B2B2C',
                     'B2C': 'B2C',
                     'Back': 'Wstecz',
                     'Back stage': 'Zaplecze',
                     'Bad': 'Źle',
                     'Baseline changed': 'Zmieniona wartość wyjściowa',
                     'Basis': 'Podstawa',
                     'Before the purchase': 'Przed zakupem',
                     'Behind its source': 'Starsza niż oryginał',
                     'Best at “{step}” ({value}).': 'Najlepszy punkt: „{step}” ({value}).',
                     'Big bets': 'Duże przedsięwzięcia',
                     'Blocker': 'Blokujący',
                     'Blueprint': 'Blueprint',
                     'Both curves are the same.': 'Obie krzywe są takie same.',
                     'Bounds': 'Granice',
                     'Branch leads elsewhere': 'Odgałęzienie prowadzi gdzie indziej',
                     'Builds it in': 'Wbudowuje we własny produkt',
                     'Buyer journey': 'Podróż zakupowa',
                     'Buying committees': 'Komitety zakupowe',
                     'By people': 'Przez ludzi',
                     'By stage and role': 'Według etapu i roli',
                     'By stages': 'Według etapów',
                     'By steps': 'Według kroków',
                     'Calls': 'Rozmowy telefoniczne',
                     'Champion': 'Orędownik',
                     'Change': 'Zmiana',
                     'Changed last by': 'Ostatnio zmienione przez',
                     'Changed since {base}': 'Zmienione od {base}',
                     'Changes': 'Zmiany',
                     'Changes, commit by commit': 'Zmiany, commit po commicie',
                     'Channel': 'Kanał',
                     'Channels': 'Kanały',
                     'Channels by use': 'Kanały według użycia',
                     'Claim': 'Twierdzenie',
                     'Claims backed': 'Twierdzenia poparte',
                     'Claims that rest on evidence': 'Twierdzenia oparte na dowodach',
                     'Claims that rest on it': 'Oparte na tym twierdzenia',
                     'Claims to back': 'Twierdzenia do poparcia',
                     'Claims without evidence': 'Twierdzenia bez dowodów',
                     'Close': 'Zamknij',
                     'Code': 'Kod',
                     'Comes after': 'Następuje po',
                     'Compact': 'Zwięźle',
                     'Compare': 'Porównaj',
                     'Compare journeys': 'Porównaj podróże',
                     'Competitor': 'Konkurencja',
                     'Consent': 'Zgoda',
                     'Content': 'Treści',
                     'Content asset': 'Materiał',
                     'Content assets': 'Materiały',
                     'Content for each role': 'Treści dla każdej roli',
                     'Content made for a role and a stage, where the role takes part; a gap is content to make.': 'Treści '
                                                                                                                  'dla roli '
                                                                                                                  'i etapu, '
                                                                                                                  'w którym '
                                                                                                                  'rola '
                                                                                                                  'bierze '
                                                                                                                  'udział; '
                                                                                                                  'luka to '
                                                                                                                  'treść do '
                                                                                                                  'przygotowania.',
                     'Content made for it': 'Przygotowane treści',
                     'Continues in': 'Ciąg dalszy',
                     'Copied': 'Skopiowano',
                     'Copy link': 'Kopiuj link',
                     'Current state': 'Stan obecny',
                     'Customer journey': 'Podróż klienta',
                     'Date': 'Data',
                     'Day': 'Dzień',
                     'Deal': 'Transakcja',
                     'Deal, and cost to win it': 'Umowa i koszt jej zdobycia',
                     'Decides by': 'Kryteria decyzji',
                     'Decision maker': 'Decydent',
                     'Delight': 'Zachwyt',
                     'Delight gone': 'Zachwyt zniknął',
                     'Delights': 'Zachwyty',
                     'Department': 'Dział',
                     'Description of the journey': 'Opis podróży',
                     'Desk research': 'Analiza źródeł wtórnych',
                     'Detail of a step in': 'Rozwija krok w',
                     'Diagrams': 'Diagramy',
                     'Diary': 'Dzienniczek',
                     'Dimension': 'Wymiar',
                     'Direction': 'Kierunek',
                     'Disagreement': 'Rozbieżność',
                     'Do first': 'Zrób najpierw',
                     'Does': 'Robi',
                     'Done': 'Zrobione',
                     'Download the source (.mmd)': 'Pobierz źródło (.mmd)',
                     'Draft': 'Szkic',
                     'Dropped': 'Odrzucone',
                     'Due': 'Termin',
                     'During the purchase': 'W trakcie zakupu',
                     'Economic buyer': 'Nabywca ekonomiczny',
                     'Edit this page': 'Edytuj tę stronę',
                     'Educational': 'Edukacyjne',
                     'Effort': 'Nakład',
                     'Effort for the customer': 'Wysiłek klienta',
                     'Emotion curve': 'Krzywa emocji',
                     'Employee journey': 'Podróż pracownika',
                     'End user': 'Użytkownik końcowy',
                     'Ends at {value}.': 'Wartość na końcu: {value}.',
                     'Every contact between customers and us, online and offline, by when it happens.': 'Wszystkie kontakty '
                                                                                                        'klientów z nami, '
                                                                                                        'online i offline, '
                                                                                                        'według czasu '
                                                                                                        'wystąpienia.',
                     'Every map of the atlas, with its curve and how far it is agreed.': 'Wszystkie mapy atlasu wraz z '
                                                                                         'krzywą emocji i stanem uzgodnień.',
                     'Every step that uses it': 'Wszystkie kroki, w których występuje',
                     'Evidence': 'Dowody',
                     'Evidence removed': 'Usunięty dowód',
                     'Expects': 'Oczekiwania',
                     'Fact': 'Fakt',
                     'Fact added': 'Dodany fakt',
                     'Fact changed': 'Zmieniony fakt',
                     'Fact removed': 'Usunięty fakt',
                     'Falls deepest from “{before}” ({from_value}) to “{after}” ({to_value}).': 'Największy spadek: '
                                                                                                '„{before}” ({from_value}) '
                                                                                                '→ „{after}” ({to_value}).',
                     'Feeling': 'Odczucie',
                     'Feeling changed': 'Zmienione odczucie',
                     'Feeling no longer noted': 'Odczucie już nienotowane',
                     'Feeling noted': 'Zanotowane odczucie',
                     'Feeling {change}': 'Odczucie: {change}',
                     'Feels': 'Czuje',
                     'Feels now': 'Odczucie teraz',
                     'Felt otherwise than in {base}: {steps}': 'Inne odczucie niż w {base}: {steps}',
                     'File changed': 'Zmieniony plik',
                     'File removed': 'Usunięty plik',
                     'Fill-ins': 'Zadania uzupełniające',
                     'Filter': 'Filtruj',
                     'Filters narrow this part only; the search finds everything.': 'Filtry zawężają tylko tę część; '
                                                                                    'wyszukiwanie znajduje wszystko.',
                     'Finds titles, summaries and texts. Words may be cut short or misspelt.': 'Przeszukuje tytuły, '
                                                                                               'streszczenia i teksty. '
                                                                                               'Słowa mogą być niepełne lub '
                                                                                               'z literówką.',
                     'First journey': 'Pierwsza podróż',
                     'First moment of truth': 'Pierwszy moment prawdy',
                     'Five: customer, cycle, contacts, offline share, after-sales': 'Pięć: klient, cykl, kontakty, udział '
                                                                                    'offline, po sprzedaży',
                     'Fix first': 'Napraw najpierw',
                     'Follow the changes in a feed reader (Atom)': 'Śledź zmiany w czytniku kanałów (Atom)',
                     'For information': 'Do wiadomości',
                     'For people': 'Dla osób',
                     'For roles': 'Dla ról',
                     'Forms': 'Formularze',
                     'Four: cycle, decision, channels, measures': 'Cztery: cykl, decyzja, kanały, mierniki',
                     'Four: team, deal, cycle, feelings': 'Cztery: zespół, umowa, cykl, odczucia',
                     'From': 'Z',
                     'From all current maps of each market; nothing here was typed by anybody.': 'Ze wszystkich bieżących '
                                                                                                 'map każdego rynku; nikt '
                                                                                                 'niczego tu nie wpisał.',
                     'From channel to channel': 'Z kanału do kanału',
                     'From each step to the next one that runs over another channel; steps without a channel are passed over.': 'Od '
                                                                                                                                'każdego '
                                                                                                                                'kroku '
                                                                                                                                'do '
                                                                                                                                'następnego '
                                                                                                                                'w '
                                                                                                                                'innym '
                                                                                                                                'kanale; '
                                                                                                                                'kroki '
                                                                                                                                'bez '
                                                                                                                                'kanału '
                                                                                                                                'są '
                                                                                                                                'pomijane.',
                     'From research': 'Z badań',
                     'From {first} on {first_day} to {last} on {last_day}.': 'Wartość początkowa: {first} ({first_day}), '
                                                                             'ostatnia: {last} ({last_day}).',
                     'From “{source}” back to “{target}”.': 'Powrót: „{source}” → „{target}”.',
                     'From “{source}” back to “{target}”: {reason}.': 'Powrót: „{source}” → „{target}” – {reason}.',
                     'From “{source}” to “{target}”.': 'Przejście: „{source}” → „{target}”.',
                     'From “{source}” to “{target}”: {reason}.': 'Przejście: „{source}” → „{target}” – {reason}.',
                     'Front stage': 'Scena',
                     'Frustrations': 'Frustracje',
                     'Full text': 'Pełny tekst',
                     'Future state': 'Stan przyszły',
                     'Gatekeeper': 'Strażnik dostępu',
                     'Git tells of no change yet.': 'Git nie zna jeszcze żadnych zmian.',
                     'Goal': 'Cel',
                     'Goals': 'Cele',
                     'Good': 'Dobrze',
                     'Great': 'Duża',
                     'Heat map': 'Mapa ciepła',
                     'High impact': 'Duży wpływ',
                     'Higher is better': 'Im więcej, tym lepiej',
                     'How channels connect': 'Jak łączą się kanały',
                     'How do business and consumer journeys differ, in fourteen dimensions?': 'Czym różnią się podróże firm '
                                                                                              'i konsumentów w czternastu '
                                                                                              'wymiarach?',
                     'How do two journeys differ, and what is left to do until the future is there?': 'Czym różnią się dwie '
                                                                                                      'podróże i co '
                                                                                                      'pozostało do '
                                                                                                      'zrobienia, by '
                                                                                                      'nadeszła przyszłość?',
                     'How far to trust the maps': 'Na ile ufać mapom',
                     'How it feels, before and after': 'Odczucia przed i po',
                     'How it hangs together': 'Jak to się łączy',
                     'How long it takes': 'Ile to trwa',
                     'How much is shown': 'Ile pokazano',
                     'How they recommend': 'Jak polecają',
                     'How we know': 'Skąd to wiemy',
                     'Id of a step changed': 'Zmieniony identyfikator kroku',
                     'Id of a step used again': 'Ponownie użyty identyfikator kroku',
                     'Idea': 'Pomysł',
                     'If a link here leads nowhere either, start from the address of the site itself.': 'Jeśli linki na tej '
                                                                                                        'stronie też nie '
                                                                                                        'działają, zacznij '
                                                                                                        'od adresu samej '
                                                                                                        'witryny.',
                     'Importance to us': 'Znaczenie dla nas',
                     'In buying committees': 'W komitetach zakupowych',
                     'In detail': 'Szczegółowo',
                     'In other languages': 'W innych językach',
                     'In progress': 'W toku',
                     'In review': 'W przeglądzie',
                     'In their own words': 'Własnymi słowami',
                     'In words and as Mermaid source': 'Słownie i jako źródło Mermaid',
                     'Index': 'Spis',
                     'Influencer': 'Osoba wpływająca',
                     'Informational': 'Informacyjne',
                     'Interview': 'Wywiad',
                     'It may have been renamed. The menu and the lists below lead to everything there is.': 'Być może '
                                                                                                            'zmieniono jej '
                                                                                                            'nazwę. Menu i '
                                                                                                            'poniższe listy '
                                                                                                            'prowadzą do '
                                                                                                            'wszystkich '
                                                                                                            'treści.',
                     'Its file belongs here:': 'Miejsce na plik:',
                     'Journey': 'Podróż',
                     'Journey moved': 'Przeniesiona podróż',
                     'Journey removed': 'Usunięta podróż',
                     'Journey renamed': 'Podróż ze zmienioną nazwą',
                     'Journey split': 'Podzielona podróż',
                     'Journeys': 'Podróże',
                     'Journeys by stages': 'Podróże według etapów',
                     'Journeys merged': 'Połączone podróże',
                     'Journeys that rest on it': 'Oparte na tym podróże',
                     'Journeys with a committee': 'Podróże z komitetem',
                     'Keep it so': 'Utrzymaj',
                     'Keys: j for the next change, k for the one before': 'Klawisze: j – następna zmiana, k – poprzednia',
                     'Kind': 'Rodzaj',
                     'Kinds of content': 'Rodzaje treści',
                     'Lane': 'Tor',
                     'Lanes': 'Tory',
                     'Language': 'Język',
                     'Last change': 'Ostatnia zmiana',
                     'Last review': 'Ostatni przegląd',
                     'Last value': 'Ostatnia wartość',
                     'Leaves the journey': 'Opuszcza podróż',
                     'Length': 'Czas trwania',
                     'Length of the cycle': 'Długość cyklu',
                     'Line of interaction': 'Linia interakcji',
                     'Line of internal interaction': 'Linia interakcji wewnętrznej',
                     'Line of visibility': 'Linia widoczności',
                     'Linear': 'Liniowość',
                     'Link': 'Odnośnik',
                     'Link copied': 'Skopiowano odnośnik',
                     'Link to this place': 'Odnośnik do tego miejsca',
                     'Little effort': 'Mały nakład',
                     'Little value': 'Mała wartość',
                     'Loading …': 'Wczytywanie …',
                     'Longest wait': 'Najdłuższe oczekiwanie',
                     'Loop leads elsewhere': 'Powrót prowadzi gdzie indziej',
                     'Loops back': 'Powrót',
                     'Low impact': 'Mały wpływ',
                     'Lower is better': 'Im mniej, tym lepiej',
                     'Lowest feeling': 'Najgorsze odczucie',
                     'Made for': 'Dla kogo',
                     'Made with journeybook {version}': 'Utworzono w journeybook {version}',
                     'Main channels': 'Główne kanały',
                     'Map by map': 'Mapa po mapie',
                     'Maps that are assumptions': 'Mapy będące założeniami',
                     'Maps that need a review': 'Mapy wymagające przeglądu',
                     'Maps to back with evidence': 'Mapy do poparcia dowodami',
                     'Maps to review': 'Mapy do przeglądu',
                     'Maps use them, and nothing tells how they go.': 'Mapy z nich korzystają, a nic nie mówi, jak '
                                                                      'działają.',
                     'Maps without an owner': 'Mapy bez właściciela',
                     'Market': 'Rynek',
                     'Markets': 'Rynki',
                     'Material': 'Materiał',
                     'Mean feeling of everyone in the stage, from −2 to +2, and the number of pains.': 'Średnie odczucie '
                                                                                                       'wszystkich w '
                                                                                                       'etapie, od −2 do '
                                                                                                       '+2, oraz liczba '
                                                                                                       'bolączek.',
                     'Medium': 'Średnia',
                     'Medium impact': 'Średni wpływ',
                     'Mend when there is time': 'Popraw, gdy będzie czas',
                     'Mentioned in': 'Wzmianki',
                     'Mentioned, not yet described': 'Wspomniane, jeszcze nieopisane',
                     'Menu': 'Menu',
                     'Metric': 'Wskaźnik',
                     'Metric no longer watched': 'Wskaźnik już nieśledzony',
                     'Metric watched': 'Śledzony wskaźnik',
                     'Metrics': 'Wskaźniki',
                     'Mild': 'Łagodna',
                     'Moment of truth': 'Moment prawdy',
                     'Moment of truth lost': 'Utracony moment prawdy',
                     'Moments of truth': 'Momenty prawdy',
                     'Move down: {lane}': 'W dół: {lane}',
                     'Move up: {lane}': 'W górę: {lane}',
                     'Much effort': 'Duży nakład',
                     'Much value': 'Duża wartość',
                     'Needs': 'Potrzeby',
                     'Needs review': 'Do przeglądu',
                     'Needs, and decides by': 'Potrzeby i kryteria decyzji',
                     'Neither journey says anything of this stage.': 'Żadna z podróży nic nie mówi o tym etapie.',
                     'Neutral': 'Neutralnie',
                     'New delight': 'Nowy zachwyt',
                     'New evidence': 'Nowy dowód',
                     'New file': 'Nowy plik',
                     'New journey': 'Nowa podróż',
                     'New moment of truth': 'Nowy moment prawdy',
                     'New pain': 'Nowa bolączka',
                     'New since {base}': 'Nowe od {base}',
                     'New stage': 'Nowy etap',
                     'New step': 'Nowy krok',
                     'New steps': 'Nowe kroki',
                     'Next': 'Dalej',
                     'Next part': 'Następna część',
                     'No comparison is ready-made: name journeys under `compare` in site.yaml.': 'Nie ma gotowych porównań: '
                                                                                                 'wymień podróże pod '
                                                                                                 '`compare` w site.yaml.',
                     'No message': 'Brak przekazu',
                     'No owner': 'Brak właściciela',
                     'No role named': 'Nie podano roli',
                     'Nobody has described this yet. It is used on the pages below.': 'Nikt jeszcze tego nie opisał. '
                                                                                      'Występuje na poniższych stronach.',
                     'Nobody yet': 'Jeszcze nikt',
                     'Not answered yet': 'Jeszcze bez odpowiedzi',
                     'Not checked within the review period': 'Niesprawdzone w okresie przeglądu',
                     'Not everything could be compared': 'Nie wszystko udało się porównać',
                     'Not measured': 'Bez pomiaru',
                     'Not yet': 'Jeszcze nie',
                     'Not yet placed': 'Jeszcze nieprzypisane',
                     'Note': 'Notatka',
                     'Notes': 'Notatki',
                     'Nothing changed in meaning.': 'Nic nie zmieniło się w treści.',
                     'Nothing found for “{query}”.': 'Brak wyników dla „{query}”.',
                     'Nothing here rests on evidence yet': 'Nic tutaj nie opiera się jeszcze na dowodach',
                     'Nothing: the future is there.': 'Nic: przyszłość już jest.',
                     'Number of deciders': 'Liczba decydentów',
                     'Offline': 'Offline',
                     'Offline share': 'Udział offline',
                     'On': 'Dalej',
                     'On the map': 'Na mapie',
                     'On this page': 'Na tej stronie',
                     'Online': 'Online',
                     'Online or offline': 'Online czy offline',
                     'Open opportunities': 'Otwarte szanse',
                     'Open questions': 'Otwarte pytania',
                     'Open with the key {key}': 'Otwieraj klawiszem {key}',
                     'Opportunities': 'Szanse',
                     'Opportunities that answer its pains': 'Szanse odpowiadające na bolączki',
                     'Opportunity': 'Szansa',
                     'Organisation': 'Organizacja',
                     'Other touchpoint': 'Inny punkt styku',
                     'Other versions': 'Inne wersje',
                     'Outside of journeys': 'Poza podróżami',
                     'Overview': 'Przegląd',
                     'Own journeys': 'Własne podróże',
                     'Owner': 'Właściciel',
                     'Owner changed': 'Zmiana właściciela',
                     'Owner gone': 'Brak dotychczasowego właściciela',
                     'Owner named': 'Wskazano właściciela',
                     'Page': 'Strona',
                     'Pages': 'Strony',
                     'Pain': 'Bolączka',
                     'Pain gone': 'Bolączka zniknęła',
                     'Pain gone unexplained': 'Bolączka zniknęła bez wyjaśnienia',
                     'Pain moved': 'Przeniesiona bolączka',
                     'Pain weighs differently': 'Zmieniona dotkliwość bolączki',
                     'Pains': 'Bolączki',
                     'Pains and delights': 'Bolączki i zachwyty',
                     'Pains it answers': 'Bolączki, na które odpowiada',
                     'Pains that go': 'Bolączki, które znikają',
                     'Part of': 'Część całości',
                     'Part {number} of {count}': 'Część {number} z {count}',
                     'Parts': 'Części',
                     'Parts of this list': 'Części tej listy',
                     'Parts of this list, below it': 'Części tej listy, pod nią',
                     'People': 'Osoby',
                     'People furthest apart: {step} ({low} to {high})': 'Największa rozbieżność: {step} (od {low} do '
                                                                        '{high})',
                     'People {count} apart': 'Różnica: {count}',
                     'Persona': 'Persona',
                     'Personas': 'Persony',
                     'Persuasive': 'Perswazyjne',
                     'Phase': 'Faza',
                     'Physical evidence': 'Dowody materialne',
                     'Pick two different journeys.': 'Wybierz dwie różne podróże.',
                     'Plan well': 'Dobrze zaplanuj',
                     'Planned': 'Zaplanowane',
                     'Pleasant, not needed': 'Przyjemne, niekonieczne',
                     'Presence': 'Obecność',
                     'Present': 'Prezentuj',
                     'Previous part': 'Poprzednia część',
                     'Priority': 'Priorytet',
                     'Proof': 'Dowód skuteczności',
                     'Questions that no single map can answer, worked out from all of them. Nobody typed these pages.': 'Pytania, '
                                                                                                                        'na '
                                                                                                                        'które '
                                                                                                                        'nie '
                                                                                                                        'odpowie '
                                                                                                                        'żadna '
                                                                                                                        'pojedyncza '
                                                                                                                        'mapa, '
                                                                                                                        'rozwiązane '
                                                                                                                        'na '
                                                                                                                        'podstawie '
                                                                                                                        'wszystkich. '
                                                                                                                        'Nikt '
                                                                                                                        'nie '
                                                                                                                        'pisał '
                                                                                                                        'tych '
                                                                                                                        'stron.',
                     'Quick wins': 'Szybkie korzyści',
                     'Quotation': 'Cytat',
                     'Range of feelings': 'Zakres odczuć',
                     'Reach': 'Zasięg',
                     'Reached': 'Osiągnięty',
                     'Read it stage by stage': 'Czytaj etap po etapie',
                     'Read on below': 'Czytaj niżej',
                     'Readings': 'Odczyty',
                     'Ready-made comparisons': 'Gotowe porównania',
                     'Related pages': 'Powiązane strony',
                     'Renamed': 'Nowa nazwa',
                     'Reported to by': 'Podwładni',
                     'Reports to': 'Przełożony',
                     'Reseller': 'Odsprzedawca',
                     'Reset to the order of the site': 'Przywróć kolejność witryny',
                     'Results: {count}': 'Wyniki: {count}',
                     'Retired': 'Wycofane',
                     'Reviewed': 'Sprawdzono',
                     'Role': 'Rola',
                     'Roles and what they decide by': 'Role i ich kryteria decyzji',
                     'Runs': 'Jak działa',
                     'Sales notes': 'Notatki handlowców',
                     'Say': 'Wpływ na decyzję',
                     'Says': 'Mówi',
                     'Search': 'Szukaj',
                     'Second journey': 'Druga podróż',
                     'Second moment of truth': 'Drugi moment prawdy',
                     'See it': 'Zobacz',
                     'See what changed': 'Zobacz, co się zmieniło',
                     'Segment': 'Segment',
                     'Service blueprint': 'Blueprint usługi',
                     'Settings changed': 'Zmienione ustawienia',
                     'Severe': 'Poważna',
                     'Severity': 'Dotkliwość',
                     'Show': 'Pokaż',
                     'Show all': 'Pokaż wszystko',
                     'Show changed columns only': 'Pokaż tylko zmienione kolumny',
                     'Side by side': 'Obok siebie',
                     'Skip to the content': 'Przejdź do treści',
                     'Small': 'Mała',
                     'Source': 'Źródło',
                     'Stage': 'Etap',
                     'Stage by stage': 'Etap po etapie',
                     'Stage moved': 'Przeniesiony etap',
                     'Stage removed': 'Usunięty etap',
                     'Stage renamed': 'Etap ze zmienioną nazwą',
                     'Stage split': 'Podzielony etap',
                     'Stage {count} of {total}': 'Etap {count} z {total}',
                     'Stage {number}: {stage}': 'Etap {number}: {stage}',
                     'Stages': 'Etapy',
                     'Stages merged': 'Połączone etapy',
                     'Stages without content for a role': 'Etapy bez treści dla roli',
                     'State': 'Stan',
                     'Status': 'Status',
                     'Status changed': 'Zmieniony status',
                     'Stays': 'Zostaje',
                     'Step': 'Krok',
                     'Step by step': 'Krok po kroku',
                     'Step goes': 'Krok znika',
                     'Step moved': 'Przeniesiony krok',
                     'Step moved to another journey': 'Krok przeniesiony do innej podróży',
                     'Step out of reach': 'Krok nieosiągalny',
                     'Step removed': 'Usunięty krok',
                     'Step renamed': 'Krok ze zmienioną nazwą',
                     'Step split': 'Podzielony krok',
                     'Step {count} of {total}': 'Krok {count} z {total}',
                     'Steps': 'Kroki',
                     'Steps in a row': 'Kroki po kolei',
                     'Steps merged': 'Połączone kroki',
                     'Steps that feel different': 'Kroki odczuwane inaczej',
                     'Steps that go': 'Kroki, które znikają',
                     'Story': 'Opowieść',
                     'Story of the step': 'Opowieść o kroku',
                     'Straight or winding': 'Prosta czy kręta',
                     'Support processes': 'Procesy wspierające',
                     'Support records': 'Dane z obsługi klienta',
                     'Survey': 'Ankieta',
                     'Switch between light and dark': 'Przełącz jasny i ciemny motyw',
                     'Tags': 'Tagi',
                     'Taken': 'Okres pomiaru',
                     'Takes': 'Trwa',
                     'Takes part in': 'Bierze udział',
                     'Target': 'Cel',
                     'Target changed': 'Zmieniony cel',
                     'Target reached': 'Cel osiągnięty',
                     'Target {value}': 'Cel: {value}',
                     'Technical buyer': 'Nabywca techniczny',
                     'Text': 'Tekst',
                     'The axis is logarithmic: each tick is many times the one before. A lighter end is the far end of a range.': 'Oś '
                                                                                                                                  'jest '
                                                                                                                                  'logarytmiczna: '
                                                                                                                                  'każda '
                                                                                                                                  'podziałka '
                                                                                                                                  'to '
                                                                                                                                  'wielokrotność '
                                                                                                                                  'poprzedniej. '
                                                                                                                                  'Jaśniejszy '
                                                                                                                                  'koniec '
                                                                                                                                  'to '
                                                                                                                                  'górna '
                                                                                                                                  'granica '
                                                                                                                                  'zakresu.',
                     'The buying committee': 'Komitet zakupowy',
                     'The computer that built this site has no program to draw diagrams, so the source is shown.': 'Komputer, '
                                                                                                                   'na '
                                                                                                                   'którym '
                                                                                                                   'zbudowano '
                                                                                                                   'witrynę, '
                                                                                                                   'nie ma '
                                                                                                                   'programu '
                                                                                                                   'do '
                                                                                                                   'rysowania '
                                                                                                                   'diagramów, '
                                                                                                                   'więc '
                                                                                                                   'pokazano '
                                                                                                                   'źródło.',
                     'The curve as a picture': 'Krzywa jako obraz',
                     'The curves': 'Krzywe',
                     'The customer is': 'Klientem jest',
                     'The cycle': 'Cykl',
                     'The dimensions': 'Wymiary',
                     'The drawing shows the first {count}, the table all of them.': 'Rysunek pokazuje pierwsze {count}, '
                                                                                    'tabela wszystkie.',
                     'The feeling stays at {value} throughout.': 'Odczucie przez cały czas bez zmian: {value}.',
                     'The figures that say whether journeys get better.': 'Liczby, które pokazują, czy podróże stają się '
                                                                          'lepsze.',
                     'The journey as it is now': 'Podróż w obecnym stanie',
                     'The journey goes through {stages}.': 'Etapy podróży: {stages}.',
                     'The latest changes': 'Ostatnie zmiany',
                     'The map': 'Mapa',
                     'The map as a picture': 'Mapa jako obraz',
                     'The map this one translates has changed since': 'Mapa, którą ta tłumaczy, od tego czasu się zmieniła',
                     'The map, both versions in one': 'Mapa, obie wersje w jednej',
                     'The maps behind it': 'Mapy, z których to wynika',
                     'The moments that decide whether the customer stays, the worst felt first.': 'Momenty, które decydują, '
                                                                                                  'czy klient zostanie; '
                                                                                                  'najpierw te najgorzej '
                                                                                                  'odczuwane.',
                     'The parts that journeys share, so that they can be compared.': 'Części wspólne podróży, dzięki którym '
                                                                                     'można je porównywać.',
                     'The path, step by step': 'Droga krok po kroku',
                     'The people whose journeys are told, and those who decide with them.': 'Osoby, których podróże '
                                                                                            'opisujemy, oraz ci, którzy '
                                                                                            'decydują razem z nimi.',
                     'The search index could not be loaded.': 'Nie udało się wczytać indeksu wyszukiwania.',
                     'The stages': 'Etapy',
                     'The steps follow each other, except where said here.': 'Kroki następują po sobie, z wyjątkiem miejsc '
                                                                             'wskazanych tutaj.',
                     'The target is not reached yet.': 'Cel nie został jeszcze osiągnięty.',
                     'The target is reached.': 'Cel został osiągnięty.',
                     'The ways on which touchpoints reach the customer.': 'Drogi, którymi punkty styku docierają do '
                                                                          'klienta.',
                     'The ways taken most often': 'Najczęstsze przejścia',
                     'There is nothing to mend.': 'Nie ma nic do poprawienia.',
                     'Think twice': 'Przemyśl dwa razy',
                     'Thinks': 'Myśli',
                     'This could not be compared with {base}, or not in full': 'Tego nie udało się porównać z {base} albo '
                                                                               'nie w całości',
                     'This diagram could not be drawn, so the source is shown.': 'Nie udało się narysować tego diagramu, '
                                                                                 'więc pokazano źródło.',
                     'This page has moved.': 'Ta strona została przeniesiona.',
                     'This page is not here': 'Tej strony tu nie ma',
                     'Ticket': 'Zgłoszenie',
                     'Time': 'Czas',
                     'Time by steps': 'Czas według kroków',
                     'Times': 'Razy',
                     'Title': 'Tytuł',
                     'To': 'Do',
                     'Together: {time}': 'Razem: {time}',
                     'Touchpoint': 'Punkt styku',
                     'Touchpoint first used': 'Punkt styku użyty po raz pierwszy',
                     'Touchpoint unused': 'Nieużywany punkt styku',
                     'Touchpoints': 'Punkty styku',
                     'Touchpoints before the decision': 'Punkty styku przed decyzją',
                     'Touchpoints before the purchase': 'Punkty styku przed zakupem',
                     'Touchpoints that nobody measures': 'Punkty styku, których nikt nie mierzy',
                     'Touchpoints to fix first': 'Punkty styku do naprawy w pierwszej kolejności',
                     'Touchpoints to measure': 'Punkty styku do zmierzenia',
                     'Touchpoints: worth against feeling': 'Punkty styku: wartość a odczucie',
                     'Trigger': 'Wyzwalacz',
                     'Type': 'Typ',
                     'Ultimate moment of truth': 'Ostateczny moment prawdy',
                     'Unit': 'Jednostka',
                     'Used by': 'Gdzie używane',
                     'Used by {kind}': 'Używane w: {kind}',
                     'Used in': 'Gdzie występuje',
                     'User': 'Użytkownik',
                     'Uses the product as': 'Jak używa produktu',
                     'Uses {kind}': 'Używa: {kind}',
                     'Value': 'Wartość',
                     'Value against effort': 'Wartość a nakład',
                     'Value to the customer against effort for us': 'Wartość dla klienta a nakład dla nas',
                     'Very bad': 'Bardzo źle',
                     'Very good': 'Bardzo dobrze',
                     'View': 'Widok',
                     'Visual': 'Wizualne',
                     'Wait: {step}': 'Oczekiwanie: {step}',
                     'Waits': 'Czeka',
                     'Walk through the journey': 'Przejdź przez podróż',
                     'Ways in': 'Drogi wejścia',
                     'Ways out': 'Wyjścia',
                     'What': 'Co',
                     'What changed': 'Co się zmieniło',
                     'What changed for the customer': 'Co się zmieniło dla klienta',
                     'What changed last': 'Ostatnie zmiany',
                     'What changed since {base}': 'Co się zmieniło od {base}',
                     'What customers read, watch and hold on their way.': 'Co klienci czytają, oglądają i biorą do ręki po '
                                                                          'drodze.',
                     'What each map was made to answer, and what keeps readers from trusting it.': 'Na jakie pytanie ma '
                                                                                                   'odpowiadać każda mapa i '
                                                                                                   'co podważa zaufanie '
                                                                                                   'czytelników.',
                     'What each role can read, watch or hold at each stage, and where there is nothing yet.': 'Co każda '
                                                                                                              'rola może '
                                                                                                              'przeczytać, '
                                                                                                              'obejrzeć lub '
                                                                                                              'wziąć do '
                                                                                                              'ręki na '
                                                                                                              'każdym '
                                                                                                              'etapie i '
                                                                                                              'gdzie '
                                                                                                              'jeszcze nic '
                                                                                                              'nie ma.',
                     'What has been changed lately, by whom, and why?': 'Co ostatnio zmieniono, kto i dlaczego?',
                     'What hurts the customer, the severest first, and what we do about it.': 'Co boli klienta, od '
                                                                                              'najpoważniejszych spraw, i '
                                                                                              'co z tym robimy.',
                     'What is left to do': 'Co zostało do zrobienia',
                     'What is missing': 'Czego brakuje',
                     'What is old, assumed, without an owner or not measured, and who could mend it?': 'Co jest stare, '
                                                                                                       'założone, bez '
                                                                                                       'właściciela lub '
                                                                                                       'niemierzone i kto '
                                                                                                       'mógłby to naprawić?',
                     'What it means to us': 'Co to znaczy dla nas',
                     'What makes them act': 'Co skłania do działania',
                     'What rests on it': 'Co się na tym opiera',
                     'What the maps ask': 'O co pytają mapy',
                     'What they decide by': 'Czym kierują się w decyzji',
                     'What we could do better, by worth and effort.': 'Co możemy robić lepiej, według wartości i nakładu.',
                     'When there is time': 'Gdy będzie czas',
                     'Where does it hurt, and which touchpoint do we fix first?': 'Gdzie boli i który punkt styku naprawić '
                                                                                  'najpierw?',
                     'Where it is worst': 'Gdzie jest najgorzej',
                     'Where what the maps say comes from.': 'Skąd pochodzi to, co mówią mapy.',
                     'Where you are': 'Gdzie jesteś',
                     'Which way do customers go from channel to channel, and where can we not see them?': 'Jak klienci '
                                                                                                          'przechodzą z '
                                                                                                          'kanału do kanału '
                                                                                                          'i gdzie ich nie '
                                                                                                          'widzimy?',
                     'Who': 'Kto',
                     'Who could mend it': 'Kto mógłby to naprawić',
                     'Who decides, when do they take part, what do they need, and what have we for them?': 'Kto decyduje, '
                                                                                                           'kiedy bierze '
                                                                                                           'udział, czego '
                                                                                                           'potrzebuje i co '
                                                                                                           'dla niego mamy?',
                     'Who takes part in which step, and how they feel in the stage.': 'Kto bierze udział w którym kroku i '
                                                                                      'jak się czuje w etapie.',
                     'Why it decides': 'Dlaczego decyduje',
                     'Why the customer is here': 'Po co klient tu jest',
                     'Why this map': 'Po co ta mapa',
                     'Will feel': 'Odczucie w przyszłości',
                     'Wording': 'Sformułowanie',
                     'Workshop': 'Warsztat',
                     'Worst at “{step}” ({value}).': 'Najgorszy punkt: „{step}” ({value}).',
                     'Worst moment elsewhere': 'Najgorszy moment gdzie indziej',
                     'Worth': 'Wartość',
                     'Worth against feeling, drawn': 'Wartość a odczucie na wykresie',
                     "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, and first in the table.": 'Wiele '
                                                                                                                                             'warte '
                                                                                                                                             'dla '
                                                                                                                                             'klienta, '
                                                                                                                                             'a '
                                                                                                                                             'źle '
                                                                                                                                             'odczuwane: '
                                                                                                                                             'są '
                                                                                                                                             'u '
                                                                                                                                             'góry '
                                                                                                                                             'po '
                                                                                                                                             'złej '
                                                                                                                                             'stronie '
                                                                                                                                             'wykresu '
                                                                                                                                             'i '
                                                                                                                                             'pierwsze '
                                                                                                                                             'w '
                                                                                                                                             'tabeli.',
                     'Worth to the customer': 'Wartość dla klienta',
                     'Zero moment of truth': 'Zerowy moment prawdy',
                     'a feeling of −{value}': 'odczucie −{value}',
                     'a guess: {score} alike': 'przypuszczenie, podobieństwo: {score}',
                     'a new journey': 'nowa podróż',
                     'a new journey: {title}': 'nowa podróż: {title}',
                     'a new stage: {title}': 'nowy etap: {title}',
                     'a new step: {title}': 'nowy krok: {title}',
                     'a new {field}: {title}': 'nowy plik ({field}): {title}',
                     'a part of {old} is now a journey of its own: {new}': 'część podróży {old} jest teraz osobną podróżą: '
                                                                           '{new}',
                     'after': 'po',
                     'after {step}': 'po: {step}',
                     'before': 'przed',
                     'behind its source': 'starsza niż oryginał',
                     'changed': 'zmieniono',
                     'day': 'dzień',
                     'everyone': 'wszyscy',
                     'first': 'na początku',
                     'for information': 'do wiadomości',
                     'from {low} to {high}': 'od {low} do {high}',
                     'from {source} to {target}: {times}': 'z {source} do {target}: {times}',
                     'gone': 'usunięto',
                     'high impact': 'duży wpływ',
                     'in {stage}': 'w: {stage}',
                     'it crosses zero': 'przechodzi przez zero',
                     'it falls by 40 % of the scale or more': 'spada o co najmniej 40% skali',
                     'its id now names {step}': 'jego identyfikator oznacza teraz: {step}',
                     'look: {owner}': 'do sprawdzenia: {owner}',
                     'low impact': 'mały wpływ',
                     'medium impact': 'średni wpływ',
                     'month': 'miesiąc',
                     'moved': 'przeniesiono',
                     'moved here from {journey}': 'przeniesiony tutaj z: {journey}',
                     'moved to {journey}': 'przeniesiony do: {journey}',
                     'never': 'nigdy',
                     'new': 'nowe',
                     'new stage': 'nowy etap',
                     'new step': 'nowy krok',
                     'no': 'nie',
                     'no day': 'bez dnia',
                     'no journey comes to the touchpoint {title} any more': 'żadna podróż nie prowadzi już przez punkt '
                                                                            'styku {title}',
                     'no time given': 'nie podano czasu',
                     'no way leads to the step {title} any more': 'żadna droga nie prowadzi już do kroku {title}',
                     'not in this journey': 'nie ma w tej podróży',
                     'not written yet': 'jeszcze nienapisane',
                     'nothing': 'nic',
                     'nothing yet': 'jeszcze nic',
                     'of any kind': 'dowolnego rodzaju',
                     'only its wording': 'tylko brzmienie',
                     'removed step': 'usunięty krok',
                     'reviewed again on {day}': 'ponownie sprawdzone {day}',
                     'steps and waits added up': 'suma kroków i oczekiwania',
                     'steps of the stage {old} are now a stage of their own: {new}': 'kroki etapu {old} są teraz osobnym '
                                                                                     'etapem: {new}',
                     'steps with one way on': 'kroki z jedną drogą dalej',
                     'the id of the step {old} now names another one: {new}': 'identyfikator kroku {old} oznacza teraz inny '
                                                                              'krok: {new}',
                     'the id of the step {title} was {old}, is now {new}': 'identyfikator kroku {title}: wcześniej {old}, '
                                                                           'teraz {new}',
                     'the journey {old} is now called {new}': 'podróż {old} nazywa się teraz {new}',
                     'the journey {old} went into {new}': 'podróż {old} włączono do podróży {new}',
                     'the journey {title} is gone': 'nie ma już podróży {title}',
                     'the journey {title} moved from {old} to {new}': 'przeniesiono podróż {title}; skąd: {old}, dokąd: '
                                                                      '{new}',
                     'the maps do not say': 'mapy nie mówią',
                     'the pain {title} moved from {old} to {new}': 'przeniesiono bolączkę {title}; skąd: {old}, dokąd: '
                                                                   '{new}',
                     'the same in {count} more journey': ['to samo w jeszcze {count} podróży',
                                                          'to samo w jeszcze {count} podróżach',
                                                          'to samo w jeszcze {count} podróżach'],
                     'the stage {old} is now called {new}': 'etap {old} nazywa się teraz {new}',
                     'the stage {old} went into the stage {new}': 'etap {old} włączono do etapu {new}',
                     'the stage {title} is gone': 'nie ma już etapu {title}',
                     'the stage {title} moved: it came {old}, comes now {new}': 'przeniesiono etap {title}; miejsce '
                                                                                'wcześniej: {old}, teraz: {new}',
                     'the step below': 'krok poniżej',
                     'the step {old} is now called {new}': 'krok {old} nazywa się teraz {new}',
                     'the step {old} was split: a part of it is now {new}': 'podzielono krok {old}; jego część to teraz: '
                                                                            '{new}',
                     'the step {old} went into {new}': 'krok {old} włączono do kroku {new}',
                     'the step {title} is gone': 'nie ma już kroku {title}',
                     'the step {title} moved from the journey {old} to {new}': 'krok {title} przeniesiono z podróży {old} '
                                                                               'do {new}',
                     'the step {title} moved: it came {old}, comes now {new}': 'przeniesiono krok {title}; miejsce '
                                                                               'wcześniej: {old}, teraz: {new}',
                     'the touchpoint {title} is used for the first time': 'punkt styku {title} jest używany po raz pierwszy',
                     'the way out': 'wyjście',
                     'the worst moment was {old}, is now {new}': 'najgorszy moment wcześniej: {old}, teraz: {new}',
                     'the {field} {old} is now called {new}': '{field}: nowa nazwa {new} (wcześniej: {old})',
                     'the {field} {title} is gone': 'usunięto: {field}, {title}',
                     'this journey is gone': 'tej podróży już nie ma',
                     'week': 'tydzień',
                     'with it the step {steps}': ['z nim krok {steps}', 'z nim kroki {steps}', 'z nim kroki {steps}'],
                     'with it the steps {steps} and {more} more': 'z nim kroki {steps} i jeszcze {more}',
                     'with it {things}': 'z nim {things}',
                     'without a weight': 'bez wagi',
                     'yes': 'tak',
                     '{backed} of {claims}': '{backed} z {claims}',
                     '{backed} of {claims} claims backed': 'Poparte twierdzenia: {backed} z {claims}',
                     '{change}, before: {old}': '{change}, przedtem: {old}',
                     '{code} {title}: value {value}, effort {effort}': '{code} {title}: wartość {value}, nakład {effort}',
                     '{count}': '{count}',
                     '{count} action': ['{count} działanie', '{count} działania', '{count} działań'],
                     '{count} change was accepted before': ['{count} zmiana przyjęta wcześniej',
                                                            '{count} zmiany przyjęte wcześniej',
                                                            '{count} zmian przyjętych wcześniej'],
                     '{count} changed': ['{count} zmieniony', '{count} zmienione', '{count} zmienionych'],
                     '{count} claim without evidence': ['{count} twierdzenie bez dowodów',
                                                        '{count} twierdzenia bez dowodów',
                                                        '{count} twierdzeń bez dowodów'],
                     '{count} day': ['{count} dzień', '{count} dni', '{count} dni'],
                     '{count} delight': ['{count} radość', '{count} radości', '{count} radości'],
                     '{count} file changed, no change in meaning': ['zmieniono {count} plik, bez zmiany znaczenia',
                                                                    'zmieniono {count} pliki, bez zmiany znaczenia',
                                                                    'zmieniono {count} plików, bez zmiany znaczenia'],
                     '{count} hour': ['{count} godzina', '{count} godziny', '{count} godzin'],
                     '{count} journey': ['{count} podróż', '{count} podróże', '{count} podróży'],
                     '{count} minute': ['{count} minuta', '{count} minuty', '{count} minut'],
                     '{count} moment of truth': ['{count} moment prawdy',
                                                 '{count} momenty prawdy',
                                                 '{count} momentów prawdy'],
                     '{count} month': ['{count} miesiąc', '{count} miesiące', '{count} miesięcy'],
                     '{count} more': 'jeszcze {count}',
                     '{count} of them': ['{count} z nich', '{count} z nich', '{count} z nich'],
                     '{count} of {total} shown': 'pokazano {count} z {total}',
                     '{count} pain': ['{count} bolączka', '{count} bolączki', '{count} bolączek'],
                     '{count} person': ['{count} osoba', '{count} osoby', '{count} osób'],
                     '{count} reading': ['{count} odczyt', '{count} odczyty', '{count} odczytów'],
                     '{count} second': ['{count} sekunda', '{count} sekundy', '{count} sekund'],
                     '{count} severe': ['{count} poważna', '{count} poważne', '{count} poważnych'],
                     '{count} step': ['{count} krok', '{count} kroki', '{count} kroków'],
                     '{count} step stays as it is.': ['{count} krok pozostaje bez zmian.',
                                                      '{count} kroki pozostają bez zmian.',
                                                      '{count} kroków pozostaje bez zmian.'],
                     '{count} touchpoint': ['{count} punkt styku', '{count} punkty styku', '{count} punktów styku'],
                     '{count} touchpoint not measured': ['{count} punkt styku bez pomiaru',
                                                         '{count} punkty styku bez pomiaru',
                                                         '{count} punktów styku bez pomiaru'],
                     '{count} ways back for each step': 'powrotów na krok: {count}',
                     '{count} week': ['{count} tydzień', '{count} tygodnie', '{count} tygodni'],
                     '{count} year': ['{count} rok', '{count} lata', '{count} lat'],
                     '{day}': '{day}',
                     '{fact}: id': '{fact}: identyfikator',
                     '{fact}: marks': '{fact}: oznaczenia',
                     '{lane} is now row {count} of {total}': '{lane}: teraz wiersz {count} z {total}',
                     '{low} to {high}': '{low} – {high}',
                     '{old} → {new}': '{old} → {new}',
                     '{path}, line {line}: {reason}': '{path}, wiersz {line}: {reason}',
                     '{share} of the steps just lead on': '{share} kroków prowadzi po prostu dalej',
                     '{share} offline': '{share} offline',
                     '{shown} of {total} shown': 'Widoczne: {shown} z {total}',
                     '{steps} in {journeys}': '{steps}, {journeys}',
                     '{steps}, {people}': '{steps}, {people}',
                     '{step}: {old} → {new}': '{step}: {old} → {new}',
                     '{title} is no longer a moment of truth: {old}': '{title}: to już nie moment prawdy: {old}',
                     '{title} is now a moment of truth: {new}': '{title}: to teraz moment prawdy: {new}',
                     '{title} is now owned by {new}': '{title}: właściciel to teraz {new}',
                     '{title} no longer rests on {old}': '{title}: już bez oparcia na dowodzie: {old}',
                     '{title} now rests on {new} too': '{title}: teraz oparte też na dowodzie: {new}',
                     '{title} was edited, and is still marked approved': '{title}: treść zmieniono, a mapa nadal jest '
                                                                         'oznaczona jako zatwierdzona',
                     '{title}: a feeling is noted, {new}': '{title}: zanotowano odczucie: {new}',
                     '{title}: a new delight, {new}': '{title}: nowy zachwyt: {new}',
                     '{title}: a new pain, {new}': '{title}: nowa bolączka: {new}',
                     '{title}: a pain was {old}, is now {new}': '{title}: dotkliwość bolączki wcześniej: {old}, teraz: '
                                                                '{new}',
                     '{title}: it went back to {old}, goes now to {new}': '{title}: powrót wcześniej do: {old}, teraz do: '
                                                                          '{new}',
                     '{title}: it went on to {old}, goes now to {new}': '{title}: dalej wcześniej do: {old}, teraz do: '
                                                                        '{new}',
                     '{title}: reviewed on {new}': '{title}: sprawdzono: {new}',
                     '{title}: the customer met {old}, meets now {new}': '{title}: punkt styku klienta wcześniej: {old}, '
                                                                         'teraz: {new}',
                     '{title}: the delight {old} is gone': '{title}: zniknął zachwyt: {old}',
                     '{title}: the feeling went from {old} to {new}': '{title}: odczucie wcześniej: {old}, teraz: {new}',
                     '{title}: the feeling {old} is no longer noted': '{title}: nie notuje się już odczucia: {old}',
                     '{title}: the owner was {old}, is now {new}': '{title}: właściciel wcześniej: {old}, teraz: {new}',
                     '{title}: the pain {old} is gone': '{title}: zniknęła bolączka: {old}',
                     '{title}: the pain {old} is gone, and neither an opportunity nor new evidence says why': '{title}: '
                                                                                                              'zniknęła '
                                                                                                              'bolączka: '
                                                                                                              '{old} – ani '
                                                                                                              'szansa, ani '
                                                                                                              'nowy dowód '
                                                                                                              'nie mówi '
                                                                                                              'dlaczego',
                     '{title}: the present value of {metric} was {old}, is now {new}': '{title}: obecna wartość wskaźnika '
                                                                                       '{metric}: wcześniej {old}, teraz '
                                                                                       '{new}',
                     '{title}: the status was {old}, is now {new}': '{title}: status wcześniej: {old}, teraz: {new}',
                     '{title}: the target of {metric} was {old}, is now {new}': '{title}: cel wskaźnika {metric}: wcześniej '
                                                                                '{old}, teraz {new}',
                     '{title}: {new} is now watched': '{title}: śledzony jest teraz wskaźnik {new}',
                     '{title}: {old} is no longer watched': '{title}: nie jest już śledzony wskaźnik {old}',
                     '{title}: {old} owned it, now nobody does': '{title}: właściciel wcześniej: {old}, teraz brak '
                                                                 'właściciela',
                     '{title}: “{field}” no longer says {old}': '{title}: „{field}” – nie ma już wpisu: {old}',
                     '{title}: “{field}” said {old}, says now {new}': '{title}: „{field}” – wcześniej: {old}, teraz: {new}',
                     '{title}: “{field}” says {new} too': '{title}: „{field}” – dodano też: {new}',
                     '{title}: “{field}” was reworded': '{title}: „{field}” – sformułowano inaczej',
                     '{value} of 5': '{value} z 5',
                     '{value} on average': 'średnio {value}',
                     '“{field}” in site.yaml was changed': '„{field}” – zmieniono w pliku site.yaml'},
        'minus': '−',
        'months': ['stycznia',
                   'lutego',
                   'marca',
                   'kwietnia',
                   'maja',
                   'czerwca',
                   'lipca',
                   'sierpnia',
                   'września',
                   'października',
                   'listopada',
                   'grudnia'],
        'percent': '{n}%',
        'plural': 'pl'},
 'ru': {'date': '{d} {month} {y}\u202fг.',
        'decimal': ',',
        'digits': '0123456789',
        'group': '\xa0',
        'list': [', ', ' и '],
        'messages': {'A person': 'Человек',
                     'A team in {teams} of {journeys} journeys': 'Команда: в {teams} из {journeys} путей',
                     'After the purchase': 'После покупки',
                     'Aim': 'Цель',
                     'Aligned by stage; the steps of a stage are spread evenly over it.': 'Выровнено по этапам; шаги этапа '
                                                                                          'распределены по нему равномерно.',
                     'All': 'Все',
                     'All answers': 'Все ответы',
                     'All changes as data (JSON)': 'Все изменения как данные (JSON)',
                     'All content': 'Весь контент',
                     'All fourteen': 'Все четырнадцать',
                     'Also called': 'Другие названия',
                     'Analytics': 'Аналитика',
                     'Answer': 'Решение',
                     'Answered': 'Есть решение',
                     'Answered by': 'Чем решается',
                     'Answers': 'Ответы',
                     'Any two journeys': 'Любые два пути',
                     'Approved': 'Утверждено',
                     'Approved map edited': 'Изменена утверждённая карта',
                     'Approver': 'Утверждающий',
                     'As Markdown': 'В формате Markdown',
                     'As a table': 'В виде таблицы',
                     'As it was in {base}': 'Как было в {base}',
                     'Asked or observed': 'Опрошенные или наблюдавшиеся',
                     'Assumed': 'По предположениям',
                     'Assumption': 'Предположение',
                     'At a glance': 'Кратко',
                     'At “{source}” some leave the journey.': 'Некоторые сходят здесь с пути: «{source}».',
                     'At “{source}” some leave the journey: {reason}.': 'Некоторые сходят здесь с пути: «{source}» — '
                                                                        '{reason}.',
                     'Automatic': 'Автоматически',
                     'Average feeling': 'Среднее ощущение',
                     'B2B': 'B2B',
                     'B2B against B2C': 'B2B и B2C в сравнении',
                     'B2B2C': 'B2B2C',
                     'B2C': 'B2C',
                     'Back': 'Назад',
                     'Back stage': 'За кулисами',
                     'Bad': 'Плохо',
                     'Baseline changed': 'Исходное значение изменено',
                     'Basis': 'Основание',
                     'Before the purchase': 'До покупки',
                     'Behind its source': 'Отстаёт от оригинала',
                     'Best at “{step}” ({value}).': 'Лучшая точка: «{step}» ({value}).',
                     'Big bets': 'Крупные ставки',
                     'Blocker': 'Блокирующий',
                     'Blueprint': 'Блюпринт',
                     'Both curves are the same.': 'Обе кривые одинаковы.',
                     'Bounds': 'Границы',
                     'Branch leads elsewhere': 'Ветвь ведёт в другое место',
                     'Builds it in': 'Встраивает в свой продукт',
                     'Buyer journey': 'Путь покупателя',
                     'Buying committees': 'Закупочные комитеты',
                     'By people': 'Силами людей',
                     'By stage and role': 'По этапам и ролям',
                     'By stages': 'По этапам',
                     'By steps': 'По шагам',
                     'Calls': 'Звонки',
                     'Champion': 'Внутренний сторонник',
                     'Change': 'Изменение',
                     'Changed last by': 'Последним изменил',
                     'Changed since {base}': 'Изменено с {base}',
                     'Changes': 'Изменения',
                     'Changes, commit by commit': 'Изменения по коммитам',
                     'Channel': 'Канал',
                     'Channels': 'Каналы',
                     'Channels by use': 'Каналы по частоте',
                     'Claim': 'Утверждение',
                     'Claims backed': 'Подтверждённые утверждения',
                     'Claims that rest on evidence': 'Утверждения с подтверждением',
                     'Claims that rest on it': 'Утверждения на этой основе',
                     'Claims to back': 'Утверждения без опоры',
                     'Claims without evidence': 'Утверждения без подтверждения',
                     'Close': 'Закрыть',
                     'Code': 'Код',
                     'Comes after': 'Идёт после',
                     'Compact': 'Компактно',
                     'Compare': 'Сравнить',
                     'Compare journeys': 'Сравнить пути',
                     'Competitor': 'Конкурент',
                     'Consent': 'Согласие',
                     'Content': 'Контент',
                     'Content asset': 'Материал',
                     'Content assets': 'Материалы',
                     'Content for each role': 'Контент для каждой роли',
                     'Content made for a role and a stage, where the role takes part; a gap is content to make.': 'Контент '
                                                                                                                  'для роли '
                                                                                                                  'и этапа, '
                                                                                                                  'в '
                                                                                                                  'котором '
                                                                                                                  'роль '
                                                                                                                  'участвует; '
                                                                                                                  'пробел '
                                                                                                                  'означает '
                                                                                                                  'контент, '
                                                                                                                  'который '
                                                                                                                  'нужно '
                                                                                                                  'создать.',
                     'Content made for it': 'Подготовленный контент',
                     'Continues in': 'Продолжение',
                     'Copied': 'Скопировано',
                     'Copy link': 'Скопировать ссылку',
                     'Current state': 'Текущее состояние',
                     'Customer journey': 'Путь клиента',
                     'Date': 'Дата',
                     'Day': 'День',
                     'Deal': 'Сделка',
                     'Deal, and cost to win it': 'Сделка и стоимость её получения',
                     'Decides by': 'Критерии решения',
                     'Decision maker': 'Лицо, принимающее решение',
                     'Delight': 'Радость',
                     'Delight gone': 'Радость исчезла',
                     'Delights': 'Радости',
                     'Department': 'Отдел',
                     'Description of the journey': 'Описание пути',
                     'Desk research': 'Кабинетное исследование',
                     'Detail of a step in': 'Раскрывает шаг в',
                     'Diagrams': 'Диаграммы',
                     'Diary': 'Дневник',
                     'Dimension': 'Измерение',
                     'Direction': 'Направление',
                     'Disagreement': 'Расхождение',
                     'Do first': 'Сделать сначала',
                     'Does': 'Делает',
                     'Done': 'Сделано',
                     'Download the source (.mmd)': 'Скачать исходник (.mmd)',
                     'Draft': 'Черновик',
                     'Dropped': 'Отклонено',
                     'Due': 'Срок',
                     'During the purchase': 'Во время покупки',
                     'Economic buyer': 'Экономический покупатель',
                     'Edit this page': 'Редактировать страницу',
                     'Educational': 'Обучающий',
                     'Effort': 'Усилия',
                     'Effort for the customer': 'Усилия клиента',
                     'Emotion curve': 'Кривая эмоций',
                     'Employee journey': 'Путь сотрудника',
                     'End user': 'Конечный пользователь',
                     'Ends at {value}.': 'Значение в конце: {value}.',
                     'Every contact between customers and us, online and offline, by when it happens.': 'Все контакты '
                                                                                                        'клиентов с нами, '
                                                                                                        'онлайн и офлайн, '
                                                                                                        'по времени их '
                                                                                                        'возникновения.',
                     'Every map of the atlas, with its curve and how far it is agreed.': 'Все карты атласа с кривой эмоций '
                                                                                         'и степенью согласования.',
                     'Every step that uses it': 'Все шаги, где это используется',
                     'Evidence': 'Подтверждения',
                     'Evidence removed': 'Подтверждение удалено',
                     'Expects': 'Ожидания',
                     'Fact': 'Факт',
                     'Fact added': 'Факт добавлен',
                     'Fact changed': 'Факт изменён',
                     'Fact removed': 'Факт удалён',
                     'Falls deepest from “{before}” ({from_value}) to “{after}” ({to_value}).': 'Самое сильное падение: '
                                                                                                '«{before}» ({from_value}) '
                                                                                                '→ «{after}» ({to_value}).',
                     'Feeling': 'Чувство',
                     'Feeling changed': 'Чувство изменилось',
                     'Feeling no longer noted': 'Чувство больше не отмечено',
                     'Feeling noted': 'Чувство отмечено',
                     'Feeling {change}': 'Чувство: {change}',
                     'Feels': 'Чувствует',
                     'Feels now': 'Чувство сейчас',
                     'Felt otherwise than in {base}: {steps}': 'Чувства не те, что в {base}: {steps}',
                     'File changed': 'Файл изменён',
                     'File removed': 'Файл удалён',
                     'Fill-ins': 'Попутные задачи',
                     'Filter': 'Фильтр',
                     'Filters narrow this part only; the search finds everything.': 'Фильтры сужают только эту часть; поиск '
                                                                                    'находит всё.',
                     'Finds titles, summaries and texts. Words may be cut short or misspelt.': 'Ищет в заголовках, '
                                                                                               'описаниях и текстах. Слова '
                                                                                               'можно писать не до конца '
                                                                                               'или с опечаткой.',
                     'First journey': 'Первый путь',
                     'First moment of truth': 'Первый момент истины',
                     'Five: customer, cycle, contacts, offline share, after-sales': 'Пять: клиент, цикл, контакты, доля '
                                                                                    'офлайн, после продажи',
                     'Fix first': 'Исправить сначала',
                     'Follow the changes in a feed reader (Atom)': 'Следить за изменениями в агрегаторе (Atom)',
                     'For information': 'К сведению',
                     'For people': 'Для кого',
                     'For roles': 'Для ролей',
                     'Forms': 'Формы',
                     'Four: cycle, decision, channels, measures': 'Четыре: цикл, решение, каналы, показатели',
                     'Four: team, deal, cycle, feelings': 'Четыре: команда, сделка, цикл, чувства',
                     'From': 'Откуда',
                     'From all current maps of each market; nothing here was typed by anybody.': 'Из всех текущих карт '
                                                                                                 'каждого рынка; здесь '
                                                                                                 'ничего не вписано '
                                                                                                 'вручную.',
                     'From channel to channel': 'От канала к каналу',
                     'From each step to the next one that runs over another channel; steps without a channel are passed over.': 'От '
                                                                                                                                'каждого '
                                                                                                                                'шага '
                                                                                                                                'к '
                                                                                                                                'следующему, '
                                                                                                                                'идущему '
                                                                                                                                'по '
                                                                                                                                'другому '
                                                                                                                                'каналу; '
                                                                                                                                'шаги '
                                                                                                                                'без '
                                                                                                                                'канала '
                                                                                                                                'пропускаются.',
                     'From research': 'Из исследований',
                     'From {first} on {first_day} to {last} on {last_day}.': 'Начальное значение: {first} ({first_day}), '
                                                                             'последнее: {last} ({last_day}).',
                     'From “{source}” back to “{target}”.': 'Возврат: «{source}» → «{target}».',
                     'From “{source}” back to “{target}”: {reason}.': 'Возврат: «{source}» → «{target}» — {reason}.',
                     'From “{source}” to “{target}”.': 'Переход: «{source}» → «{target}».',
                     'From “{source}” to “{target}”: {reason}.': 'Переход: «{source}» → «{target}» — {reason}.',
                     'Front stage': 'На сцене',
                     'Frustrations': 'Разочарования',
                     'Full text': 'Полный текст',
                     'Future state': 'Будущее состояние',
                     'Gatekeeper': 'Привратник',
                     'Git tells of no change yet.': 'Git пока не знает изменений.',
                     'Goal': 'Цель',
                     'Goals': 'Цели',
                     'Good': 'Хорошо',
                     'Great': 'Большая',
                     'Heat map': 'Тепловая карта',
                     'High impact': 'Сильное влияние',
                     'Higher is better': 'Чем выше, тем лучше',
                     'How channels connect': 'Как связаны каналы',
                     'How do business and consumer journeys differ, in fourteen dimensions?': 'Чем пути бизнеса и '
                                                                                              'потребителя отличаются в '
                                                                                              'четырнадцати измерениях?',
                     'How do two journeys differ, and what is left to do until the future is there?': 'Чем отличаются два '
                                                                                                      'пути и что осталось '
                                                                                                      'сделать до желаемого '
                                                                                                      'будущего?',
                     'How far to trust the maps': 'Насколько доверять картам',
                     'How it feels, before and after': 'Чувства до и после',
                     'How it hangs together': 'Как всё связано',
                     'How long it takes': 'Сколько это длится',
                     'How much is shown': 'Сколько показано',
                     'How they recommend': 'Как они рекомендуют',
                     'How we know': 'Откуда мы знаем',
                     'Id of a step changed': 'Идентификатор шага изменён',
                     'Id of a step used again': 'Идентификатор шага использован повторно',
                     'Idea': 'Идея',
                     'If a link here leads nowhere either, start from the address of the site itself.': 'Если ссылки на '
                                                                                                        'этой странице тоже '
                                                                                                        'не работают, '
                                                                                                        'начните с адреса '
                                                                                                        'самого сайта.',
                     'Importance to us': 'Важность для нас',
                     'In buying committees': 'В закупочных комитетах',
                     'In detail': 'Подробнее',
                     'In other languages': 'На других языках',
                     'In progress': 'В работе',
                     'In review': 'На проверке',
                     'In their own words': 'Своими словами',
                     'In words and as Mermaid source': 'Словами и в виде исходника Mermaid',
                     'Index': 'Указатель',
                     'Influencer': 'Влияющее лицо',
                     'Informational': 'Информационный',
                     'Interview': 'Интервью',
                     'It may have been renamed. The menu and the lists below lead to everything there is.': 'Возможно, её '
                                                                                                            'переименовали. '
                                                                                                            'Всё, что есть '
                                                                                                            'на сайте, '
                                                                                                            'доступно из '
                                                                                                            'меню и списков '
                                                                                                            'ниже.',
                     'Its file belongs here:': 'Место для файла:',
                     'Journey': 'Путь',
                     'Journey moved': 'Путь перемещён',
                     'Journey removed': 'Путь удалён',
                     'Journey renamed': 'Путь переименован',
                     'Journey split': 'Путь разделён',
                     'Journeys': 'Пути',
                     'Journeys by stages': 'Пути по этапам',
                     'Journeys merged': 'Пути объединены',
                     'Journeys that rest on it': 'Пути на этой основе',
                     'Journeys with a committee': 'Пути с комитетом',
                     'Keep it so': 'Так держать',
                     'Keys: j for the next change, k for the one before': 'Клавиши: j — следующее изменение, k — предыдущее',
                     'Kind': 'Вид',
                     'Kinds of content': 'Виды контента',
                     'Lane': 'Дорожка',
                     'Lanes': 'Дорожки',
                     'Language': 'Язык',
                     'Last change': 'Последнее изменение',
                     'Last review': 'Последняя проверка',
                     'Last value': 'Последнее значение',
                     'Leaves the journey': 'Сходит с пути',
                     'Length': 'Длительность',
                     'Length of the cycle': 'Длительность цикла',
                     'Line of interaction': 'Линия взаимодействия',
                     'Line of internal interaction': 'Линия внутреннего взаимодействия',
                     'Line of visibility': 'Линия видимости',
                     'Linear': 'Линейность',
                     'Link': 'Ссылка',
                     'Link copied': 'Ссылка скопирована',
                     'Link to this place': 'Ссылка на это место',
                     'Little effort': 'Мало усилий',
                     'Little value': 'Мало ценности',
                     'Loading …': 'Загрузка …',
                     'Longest wait': 'Самое долгое ожидание',
                     'Loop leads elsewhere': 'Возврат ведёт в другое место',
                     'Loops back': 'Возврат',
                     'Low impact': 'Слабое влияние',
                     'Lower is better': 'Чем ниже, тем лучше',
                     'Lowest feeling': 'Худшее ощущение',
                     'Made for': 'Для кого',
                     'Made with journeybook {version}': 'Создано в journeybook {version}',
                     'Main channels': 'Основные каналы',
                     'Map by map': 'По каждой карте',
                     'Maps that are assumptions': 'Карты-предположения',
                     'Maps that need a review': 'Карты, требующие проверки',
                     'Maps to back with evidence': 'Карты, которым нужны подтверждения',
                     'Maps to review': 'Карты на проверку',
                     'Maps use them, and nothing tells how they go.': 'Карты их используют, но ничто не показывает, как они '
                                                                      'работают.',
                     'Maps without an owner': 'Карты без ответственного',
                     'Market': 'Рынок',
                     'Markets': 'Рынки',
                     'Material': 'Материал',
                     'Mean feeling of everyone in the stage, from −2 to +2, and the number of pains.': 'Среднее чувство '
                                                                                                       'всех участников '
                                                                                                       'этапа, от −2 до +2, '
                                                                                                       'и число болей.',
                     'Medium': 'Средняя',
                     'Medium impact': 'Среднее влияние',
                     'Mend when there is time': 'Исправить, когда будет время',
                     'Mentioned in': 'Упоминания',
                     'Mentioned, not yet described': 'Упомянуто, но ещё не описано',
                     'Menu': 'Меню',
                     'Metric': 'Метрика',
                     'Metric no longer watched': 'Метрика больше не отслеживается',
                     'Metric watched': 'Метрика отслеживается',
                     'Metrics': 'Метрики',
                     'Mild': 'Слабая',
                     'Moment of truth': 'Момент истины',
                     'Moment of truth lost': 'Момент истины утрачен',
                     'Moments of truth': 'Моменты истины',
                     'Move down: {lane}': 'Ниже: {lane}',
                     'Move up: {lane}': 'Выше: {lane}',
                     'Much effort': 'Много усилий',
                     'Much value': 'Много ценности',
                     'Needs': 'Потребности',
                     'Needs review': 'Требует проверки',
                     'Needs, and decides by': 'Потребности и критерии решения',
                     'Neither journey says anything of this stage.': 'Ни один из путей ничего не говорит об этом этапе.',
                     'Neutral': 'Нейтрально',
                     'New delight': 'Новая радость',
                     'New evidence': 'Новое подтверждение',
                     'New file': 'Новый файл',
                     'New journey': 'Новый путь',
                     'New moment of truth': 'Новый момент истины',
                     'New pain': 'Новая боль',
                     'New since {base}': 'Новое с {base}',
                     'New stage': 'Новый этап',
                     'New step': 'Новый шаг',
                     'New steps': 'Новые шаги',
                     'Next': 'Далее',
                     'Next part': 'Следующая часть',
                     'No comparison is ready-made: name journeys under `compare` in site.yaml.': 'Готовых сравнений нет: '
                                                                                                 'назовите пути в `compare` '
                                                                                                 'файла site.yaml.',
                     'No message': 'Нет сообщения',
                     'No owner': 'Нет ответственного',
                     'No role named': 'Роль не названа',
                     'Nobody has described this yet. It is used on the pages below.': 'Это пока никто не описал. '
                                                                                      'Используется на страницах ниже.',
                     'Nobody yet': 'Пока никто',
                     'Not answered yet': 'Пока нет решения',
                     'Not checked within the review period': 'Не проверено в установленный срок',
                     'Not everything could be compared': 'Удалось сравнить не всё',
                     'Not measured': 'Не измеряется',
                     'Not yet': 'Ещё нет',
                     'Not yet placed': 'Ещё не распределено',
                     'Note': 'Заметка',
                     'Notes': 'Заметки',
                     'Nothing changed in meaning.': 'По смыслу ничего не изменилось.',
                     'Nothing found for “{query}”.': 'По запросу «{query}» ничего не найдено.',
                     'Nothing here rests on evidence yet': 'Здесь пока ничего не подтверждено данными',
                     'Nothing: the future is there.': 'Ничего: будущее наступило.',
                     'Number of deciders': 'Число принимающих решение',
                     'Offline': 'Офлайн',
                     'Offline share': 'Доля офлайн',
                     'On': 'Дальше',
                     'On the map': 'На карте',
                     'On this page': 'На этой странице',
                     'Online': 'Онлайн',
                     'Online or offline': 'Онлайн или офлайн',
                     'Open opportunities': 'Открытые возможности',
                     'Open questions': 'Открытые вопросы',
                     'Open with the key {key}': 'Открывать клавишей {key}',
                     'Opportunities': 'Возможности',
                     'Opportunities that answer its pains': 'Возможности, решающие эти боли',
                     'Opportunity': 'Возможность',
                     'Organisation': 'Организация',
                     'Other touchpoint': 'Другая точка контакта',
                     'Other versions': 'Другие версии',
                     'Outside of journeys': 'Вне путей',
                     'Overview': 'Обзор',
                     'Own journeys': 'Собственные пути',
                     'Owner': 'Ответственный',
                     'Owner changed': 'Ответственный сменился',
                     'Owner gone': 'Ответственного больше нет',
                     'Owner named': 'Назначен ответственный',
                     'Page': 'Страница',
                     'Pages': 'Страницы',
                     'Pain': 'Боль',
                     'Pain gone': 'Боль ушла',
                     'Pain gone unexplained': 'Боль ушла без объяснения',
                     'Pain moved': 'Боль переместилась',
                     'Pain weighs differently': 'Тяжесть боли изменилась',
                     'Pains': 'Боли',
                     'Pains and delights': 'Боли и радости',
                     'Pains it answers': 'Какие боли решает',
                     'Pains that go': 'Боли, которые уходят',
                     'Part of': 'Входит в',
                     'Part {number} of {count}': 'Часть {number} из {count}',
                     'Parts': 'Части',
                     'Parts of this list': 'Части списка',
                     'Parts of this list, below it': 'Части списка, под списком',
                     'People': 'Люди',
                     'People furthest apart: {step} ({low} to {high})': 'Мнения дальше всего расходятся: {step} (от {low} '
                                                                        'до {high})',
                     'People {count} apart': 'Расхождение: {count}',
                     'Persona': 'Персона',
                     'Personas': 'Персоны',
                     'Persuasive': 'Убеждающий',
                     'Phase': 'Фаза',
                     'Physical evidence': 'Материальные свидетельства',
                     'Pick two different journeys.': 'Выберите два разных пути.',
                     'Plan well': 'Тщательно спланировать',
                     'Planned': 'Запланировано',
                     'Pleasant, not needed': 'Приятно, но не обязательно',
                     'Presence': 'Присутствие',
                     'Present': 'Презентация',
                     'Previous part': 'Предыдущая часть',
                     'Priority': 'Приоритет',
                     'Proof': 'Доказательство',
                     'Questions that no single map can answer, worked out from all of them. Nobody typed these pages.': 'Вопросы, '
                                                                                                                        'на '
                                                                                                                        'которые '
                                                                                                                        'не '
                                                                                                                        'ответит '
                                                                                                                        'ни '
                                                                                                                        'одна '
                                                                                                                        'карта '
                                                                                                                        'в '
                                                                                                                        'отдельности; '
                                                                                                                        'ответы '
                                                                                                                        'выведены '
                                                                                                                        'из '
                                                                                                                        'всех. '
                                                                                                                        'Эти '
                                                                                                                        'страницы '
                                                                                                                        'никто '
                                                                                                                        'не '
                                                                                                                        'писал.',
                     'Quick wins': 'Быстрые победы',
                     'Quotation': 'Цитата',
                     'Range of feelings': 'Размах чувств',
                     'Reach': 'Охват',
                     'Reached': 'Достигнута',
                     'Read it stage by stage': 'Читать по этапам',
                     'Read on below': 'Читать ниже',
                     'Readings': 'Показания',
                     'Ready-made comparisons': 'Готовые сравнения',
                     'Related pages': 'Связанные страницы',
                     'Renamed': 'Переименовано',
                     'Reported to by': 'Подчинённые',
                     'Reports to': 'Руководитель',
                     'Reseller': 'Реселлер',
                     'Reset to the order of the site': 'Вернуть порядок сайта',
                     'Results: {count}': 'Найдено: {count}',
                     'Retired': 'В архиве',
                     'Reviewed': 'Проверено',
                     'Role': 'Роль',
                     'Roles and what they decide by': 'Роли и их критерии решения',
                     'Runs': 'Как работает',
                     'Sales notes': 'Заметки отдела продаж',
                     'Say': 'Вес в решении',
                     'Says': 'Говорит',
                     'Search': 'Поиск',
                     'Second journey': 'Второй путь',
                     'Second moment of truth': 'Второй момент истины',
                     'See it': 'Посмотреть',
                     'See what changed': 'Что изменилось',
                     'Segment': 'Сегмент',
                     'Service blueprint': 'Сервисный блюпринт',
                     'Settings changed': 'Настройки изменены',
                     'Severe': 'Сильная',
                     'Severity': 'Острота',
                     'Show': 'Показать',
                     'Show all': 'Показать все',
                     'Show changed columns only': 'Показывать только изменённые столбцы',
                     'Side by side': 'Рядом',
                     'Skip to the content': 'Перейти к содержанию',
                     'Small': 'Небольшая',
                     'Source': 'Источник',
                     'Stage': 'Этап',
                     'Stage by stage': 'Этап за этапом',
                     'Stage moved': 'Этап перемещён',
                     'Stage removed': 'Этап удалён',
                     'Stage renamed': 'Этап переименован',
                     'Stage split': 'Этап разделён',
                     'Stage {count} of {total}': 'Этап {count} из {total}',
                     'Stage {number}: {stage}': 'Этап {number}: {stage}',
                     'Stages': 'Этапы',
                     'Stages merged': 'Этапы объединены',
                     'Stages without content for a role': 'Этапы без контента для роли',
                     'State': 'Состояние',
                     'Status': 'Статус',
                     'Status changed': 'Статус изменён',
                     'Stays': 'Остаётся',
                     'Step': 'Шаг',
                     'Step by step': 'Шаг за шагом',
                     'Step goes': 'Шаг уходит',
                     'Step moved': 'Шаг перемещён',
                     'Step moved to another journey': 'Шаг перенесён в другой путь',
                     'Step out of reach': 'Шаг недостижим',
                     'Step removed': 'Шаг удалён',
                     'Step renamed': 'Шаг переименован',
                     'Step split': 'Шаг разделён',
                     'Step {count} of {total}': 'Шаг {count} из {total}',
                     'Steps': 'Шаги',
                     'Steps in a row': 'Шаги подряд',
                     'Steps merged': 'Шаги объединены',
                     'Steps that feel different': 'Шаги с другим чувством',
                     'Steps that go': 'Шаги, которые уходят',
                     'Story': 'История',
                     'Story of the step': 'История шага',
                     'Straight or winding': 'Прямой или извилистый',
                     'Support processes': 'Процессы поддержки',
                     'Support records': 'Данные службы поддержки',
                     'Survey': 'Опрос',
                     'Switch between light and dark': 'Переключить светлую и тёмную тему',
                     'Tags': 'Теги',
                     'Taken': 'Период измерения',
                     'Takes': 'Длится',
                     'Takes part in': 'Участвует',
                     'Target': 'Цель',
                     'Target changed': 'Цель изменена',
                     'Target reached': 'Цель достигнута',
                     'Target {value}': 'Цель: {value}',
                     'Technical buyer': 'Технический покупатель',
                     'Text': 'Текст',
                     'The axis is logarithmic: each tick is many times the one before. A lighter end is the far end of a range.': 'Ось '
                                                                                                                                  'логарифмическая: '
                                                                                                                                  'каждая '
                                                                                                                                  'отметка '
                                                                                                                                  'во '
                                                                                                                                  'много '
                                                                                                                                  'раз '
                                                                                                                                  'больше '
                                                                                                                                  'предыдущей. '
                                                                                                                                  'Светлый '
                                                                                                                                  'конец '
                                                                                                                                  'означает '
                                                                                                                                  'верхнюю '
                                                                                                                                  'границу '
                                                                                                                                  'диапазона.',
                     'The buying committee': 'Закупочный комитет',
                     'The computer that built this site has no program to draw diagrams, so the source is shown.': 'На '
                                                                                                                   'компьютере, '
                                                                                                                   'где '
                                                                                                                   'собран '
                                                                                                                   'сайт, '
                                                                                                                   'нет '
                                                                                                                   'программы '
                                                                                                                   'для '
                                                                                                                   'рисования '
                                                                                                                   'диаграмм, '
                                                                                                                   'поэтому '
                                                                                                                   'показан '
                                                                                                                   'исходный '
                                                                                                                   'текст.',
                     'The curve as a picture': 'Кривая как изображение',
                     'The curves': 'Кривые',
                     'The customer is': 'Клиент',
                     'The cycle': 'Цикл',
                     'The dimensions': 'Измерения',
                     'The drawing shows the first {count}, the table all of them.': 'На рисунке показаны первые {count}, в '
                                                                                    'таблице — все.',
                     'The feeling stays at {value} throughout.': 'Ощущение всё время неизменно: {value}.',
                     'The figures that say whether journeys get better.': 'Цифры, которые показывают, улучшаются ли пути.',
                     'The journey as it is now': 'Путь, каков он сейчас',
                     'The journey goes through {stages}.': 'Этапы пути: {stages}.',
                     'The latest changes': 'Последние изменения',
                     'The map': 'Карта',
                     'The map as a picture': 'Карта как изображение',
                     'The map this one translates has changed since': 'Карта, которую переводит эта, с тех пор изменилась',
                     'The map, both versions in one': 'Карта: обе версии в одной',
                     'The maps behind it': 'Карты, лежащие в основе',
                     'The moments that decide whether the customer stays, the worst felt first.': 'Моменты, которые решают, '
                                                                                                  'останется ли клиент; '
                                                                                                  'сначала самые тяжёлые.',
                     'The parts that journeys share, so that they can be compared.': 'Общие части путей, по которым их '
                                                                                     'можно сравнивать.',
                     'The path, step by step': 'Путь шаг за шагом',
                     'The people whose journeys are told, and those who decide with them.': 'Люди, чьи пути описаны, и те, '
                                                                                            'кто принимает решения вместе с '
                                                                                            'ними.',
                     'The search index could not be loaded.': 'Не удалось загрузить поисковый индекс.',
                     'The stages': 'Этапы',
                     'The steps follow each other, except where said here.': 'Шаги следуют один за другим, кроме случаев, '
                                                                             'указанных здесь.',
                     'The target is not reached yet.': 'Цель ещё не достигнута.',
                     'The target is reached.': 'Цель достигнута.',
                     'The ways on which touchpoints reach the customer.': 'Способы, которыми точки контакта достигают '
                                                                          'клиента.',
                     'The ways taken most often': 'Самые частые переходы',
                     'There is nothing to mend.': 'Исправлять нечего.',
                     'Think twice': 'Подумать дважды',
                     'Thinks': 'Думает',
                     'This could not be compared with {base}, or not in full': 'Это не удалось сравнить с {base}, или не '
                                                                               'полностью',
                     'This diagram could not be drawn, so the source is shown.': 'Эту диаграмму не удалось нарисовать, '
                                                                                 'поэтому показан исходный текст.',
                     'This page has moved.': 'Эта страница перемещена.',
                     'This page is not here': 'Этой страницы здесь нет',
                     'Ticket': 'Задача в трекере',
                     'Time': 'Время',
                     'Time by steps': 'Время по шагам',
                     'Times': 'Раз',
                     'Title': 'Название',
                     'To': 'Куда',
                     'Together: {time}': 'Всего: {time}',
                     'Touchpoint': 'Точка контакта',
                     'Touchpoint first used': 'Точка контакта впервые используется',
                     'Touchpoint unused': 'Точка контакта не используется',
                     'Touchpoints': 'Точки контакта',
                     'Touchpoints before the decision': 'Точки контакта до решения',
                     'Touchpoints before the purchase': 'Точки контакта до покупки',
                     'Touchpoints that nobody measures': 'Точки контакта, которые никто не измеряет',
                     'Touchpoints to fix first': 'Точки контакта, которые исправить сначала',
                     'Touchpoints to measure': 'Точки контакта, которые нужно измерять',
                     'Touchpoints: worth against feeling': 'Точки контакта: ценность и чувство',
                     'Trigger': 'Триггер',
                     'Type': 'Тип',
                     'Ultimate moment of truth': 'Окончательный момент истины',
                     'Unit': 'Единица измерения',
                     'Used by': 'Где используется',
                     'Used by {kind}': 'Используется здесь: {kind}',
                     'Used in': 'Где встречается',
                     'User': 'Пользователь',
                     'Uses the product as': 'Как использует продукт',
                     'Uses {kind}': 'Использует: {kind}',
                     'Value': 'Ценность',
                     'Value against effort': 'Ценность и усилия',
                     'Value to the customer against effort for us': 'Ценность для клиента и усилия для нас',
                     'Very bad': 'Очень плохо',
                     'Very good': 'Очень хорошо',
                     'View': 'Вид',
                     'Visual': 'Визуальный',
                     'Wait: {step}': 'Ожидание: {step}',
                     'Waits': 'Ждёт',
                     'Walk through the journey': 'Пройти весь путь',
                     'Ways in': 'Входы',
                     'Ways out': 'Выходы',
                     'What': 'Что',
                     'What changed': 'Что изменилось',
                     'What changed for the customer': 'Что изменилось для клиента',
                     'What changed last': 'Последние изменения',
                     'What changed since {base}': 'Что изменилось с {base}',
                     'What customers read, watch and hold on their way.': 'Что клиенты читают, смотрят и держат в руках на '
                                                                          'своём пути.',
                     'What each map was made to answer, and what keeps readers from trusting it.': 'На какой вопрос '
                                                                                                   'отвечает каждая карта и '
                                                                                                   'что мешает читателям ей '
                                                                                                   'доверять.',
                     'What each role can read, watch or hold at each stage, and where there is nothing yet.': 'Что каждая '
                                                                                                              'роль может '
                                                                                                              'прочитать, '
                                                                                                              'посмотреть '
                                                                                                              'или взять в '
                                                                                                              'руки на '
                                                                                                              'каждом этапе '
                                                                                                              'и где пока '
                                                                                                              'ничего нет.',
                     'What has been changed lately, by whom, and why?': 'Что изменено в последнее время, кем и почему?',
                     'What hurts the customer, the severest first, and what we do about it.': 'Что болит у клиента, начиная '
                                                                                              'с самого острого, и что мы с '
                                                                                              'этим делаем.',
                     'What is left to do': 'Что осталось сделать',
                     'What is missing': 'Чего не хватает',
                     'What is old, assumed, without an owner or not measured, and who could mend it?': 'Что устарело, '
                                                                                                       'предположено, без '
                                                                                                       'ответственного или '
                                                                                                       'не измеряется и кто '
                                                                                                       'мог бы это '
                                                                                                       'исправить?',
                     'What it means to us': 'Что это значит для нас',
                     'What makes them act': 'Что побуждает действовать',
                     'What rests on it': 'Что на это опирается',
                     'What the maps ask': 'О чём спрашивают карты',
                     'What they decide by': 'По каким критериям решают',
                     'What we could do better, by worth and effort.': 'Что мы можем делать лучше, по ценности и усилиям.',
                     'When there is time': 'Когда будет время',
                     'Where does it hurt, and which touchpoint do we fix first?': 'Где болит и какую точку контакта '
                                                                                  'исправить первой?',
                     'Where it is worst': 'Где хуже всего',
                     'Where what the maps say comes from.': 'Откуда взято то, что говорят карты.',
                     'Where you are': 'Где вы находитесь',
                     'Which way do customers go from channel to channel, and where can we not see them?': 'Как клиенты '
                                                                                                          'переходят из '
                                                                                                          'канала в канал и '
                                                                                                          'где мы их не '
                                                                                                          'видим?',
                     'Who': 'Кто',
                     'Who could mend it': 'Кто мог бы исправить',
                     'Who decides, when do they take part, what do they need, and what have we for them?': 'Кто решает, '
                                                                                                           'когда '
                                                                                                           'участвует, что '
                                                                                                           'ему нужно и что '
                                                                                                           'у нас для него '
                                                                                                           'есть?',
                     'Who takes part in which step, and how they feel in the stage.': 'Кто участвует в каком шаге и что '
                                                                                      'чувствует на этапе.',
                     'Why it decides': 'Почему это решает',
                     'Why the customer is here': 'Зачем клиент здесь',
                     'Why this map': 'Зачем эта карта',
                     'Will feel': 'Чувство в будущем',
                     'Wording': 'Формулировка',
                     'Workshop': 'Воркшоп',
                     'Worst at “{step}” ({value}).': 'Худшая точка: «{step}» ({value}).',
                     'Worst moment elsewhere': 'Худший момент теперь в другом месте',
                     'Worth': 'Ценность',
                     'Worth against feeling, drawn': 'Ценность и чувство на графике',
                     "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, and first in the table.": 'Важно '
                                                                                                                                             'клиенту, '
                                                                                                                                             'но '
                                                                                                                                             'переживается '
                                                                                                                                             'плохо: '
                                                                                                                                             'такие '
                                                                                                                                             'точки '
                                                                                                                                             'стоят '
                                                                                                                                             'вверху '
                                                                                                                                             'на '
                                                                                                                                             'плохой '
                                                                                                                                             'стороне '
                                                                                                                                             'графика '
                                                                                                                                             'и '
                                                                                                                                             'первыми '
                                                                                                                                             'в '
                                                                                                                                             'таблице.',
                     'Worth to the customer': 'Ценность для клиента',
                     'Zero moment of truth': 'Нулевой момент истины',
                     'a feeling of −{value}': 'чувство −{value}',
                     'a guess: {score} alike': 'предположение: сходство {score}',
                     'a new journey': 'новый путь',
                     'a new journey: {title}': 'новый путь: {title}',
                     'a new stage: {title}': 'новый этап: {title}',
                     'a new step: {title}': 'новый шаг: {title}',
                     'a new {field}: {title}': 'новый файл, {field}: {title}',
                     'a part of {old} is now a journey of its own: {new}': 'часть пути {old} теперь отдельный путь: {new}',
                     'after': 'после',
                     'after {step}': 'после «{step}»',
                     'before': 'до',
                     'behind its source': 'отстаёт от оригинала',
                     'changed': 'изменено',
                     'day': 'день',
                     'everyone': 'все',
                     'first': 'первым',
                     'for information': 'для сведения',
                     'from {low} to {high}': 'от {low} до {high}',
                     'from {source} to {target}: {times}': '{source} → {target}: {times}',
                     'gone': 'удалено',
                     'high impact': 'большое влияние',
                     'in {stage}': 'в «{stage}»',
                     'it crosses zero': 'переходит через ноль',
                     'it falls by 40 % of the scale or more': 'падает на 40 % шкалы или больше',
                     'its id now names {step}': 'его идентификатор теперь обозначает «{step}»',
                     'look: {owner}': 'на просмотр: {owner}',
                     'low impact': 'малое влияние',
                     'medium impact': 'среднее влияние',
                     'month': 'месяц',
                     'moved': 'перемещено',
                     'moved here from {journey}': 'перенесён сюда из «{journey}»',
                     'moved to {journey}': 'перенесён в «{journey}»',
                     'never': 'никогда',
                     'new': 'новое',
                     'new stage': 'новый этап',
                     'new step': 'новый шаг',
                     'no': 'нет',
                     'no day': 'дня нет',
                     'no journey comes to the touchpoint {title} any more': 'ни один путь больше не проходит через точку '
                                                                            'контакта {title}',
                     'no time given': 'время не указано',
                     'no way leads to the step {title} any more': 'к шагу {title} больше ничего не ведёт',
                     'not in this journey': 'нет в этом пути',
                     'not written yet': 'ещё не написано',
                     'nothing': 'ничего',
                     'nothing yet': 'пока ничего',
                     'of any kind': 'любого вида',
                     'only its wording': 'только формулировка',
                     'removed step': 'удалённый шаг',
                     'reviewed again on {day}': 'снова проверено {day}',
                     'steps and waits added up': 'сумма шагов и ожиданий',
                     'steps of the stage {old} are now a stage of their own: {new}': 'шаги этапа {old} теперь образуют '
                                                                                     'отдельный этап: {new}',
                     'steps with one way on': 'шаги с единственным продолжением',
                     'the id of the step {old} now names another one: {new}': 'идентификатор шага {old} теперь обозначает '
                                                                              'другой шаг: {new}',
                     'the id of the step {title} was {old}, is now {new}': 'идентификатор шага {title} был {old}, теперь '
                                                                           '{new}',
                     'the journey {old} is now called {new}': 'путь {old} теперь называется {new}',
                     'the journey {old} went into {new}': 'путь {old} вошёл в путь {new}',
                     'the journey {title} is gone': 'пути {title} больше нет',
                     'the journey {title} moved from {old} to {new}': 'путь {title} перемещён: раньше {old}, теперь {new}',
                     'the maps do not say': 'карты не говорят',
                     'the pain {title} moved from {old} to {new}': 'боль {title} переместилась: раньше {old}, теперь {new}',
                     'the same in {count} more journey': ['то же ещё в {count} пути',
                                                          'то же ещё в {count} путях',
                                                          'то же ещё в {count} путях'],
                     'the stage {old} is now called {new}': 'этап {old} теперь называется {new}',
                     'the stage {old} went into the stage {new}': 'этап {old} вошёл в этап {new}',
                     'the stage {title} is gone': 'этапа {title} больше нет',
                     'the stage {title} moved: it came {old}, comes now {new}': 'этап {title} перемещён: раньше {old}, '
                                                                                'теперь {new}',
                     'the step below': 'следующий шаг',
                     'the step {old} is now called {new}': 'шаг {old} теперь называется {new}',
                     'the step {old} was split: a part of it is now {new}': 'шаг {old} разделён: его часть теперь {new}',
                     'the step {old} went into {new}': 'шаг {old} вошёл в шаг {new}',
                     'the step {title} is gone': 'шага {title} больше нет',
                     'the step {title} moved from the journey {old} to {new}': 'шаг «{title}» перенесён из пути «{old}» в '
                                                                               '«{new}»',
                     'the step {title} moved: it came {old}, comes now {new}': 'шаг {title} перемещён: раньше {old}, теперь '
                                                                               '{new}',
                     'the touchpoint {title} is used for the first time': 'точка контакта {title} используется впервые',
                     'the way out': 'выход',
                     'the worst moment was {old}, is now {new}': 'худший момент был {old}, теперь {new}',
                     'the {field} {old} is now called {new}': '{field} {old} теперь называется {new}',
                     'the {field} {title} is gone': 'больше нет: {field} {title}',
                     'this journey is gone': 'этого пути больше нет',
                     'week': 'неделя',
                     'with it the step {steps}': ['с ним шаг {steps}', 'с ним шаги {steps}', 'с ним шаги {steps}'],
                     'with it the steps {steps} and {more} more': 'с ним шаги {steps} и ещё {more}',
                     'with it {things}': 'с ним {things}',
                     'without a weight': 'без веса',
                     'yes': 'да',
                     '{backed} of {claims}': '{backed} из {claims}',
                     '{backed} of {claims} claims backed': 'Подтверждено утверждений: {backed} из {claims}',
                     '{change}, before: {old}': '{change}, было: {old}',
                     '{code} {title}: value {value}, effort {effort}': '{code} {title}: ценность {value}, усилия {effort}',
                     '{count}': '{count}',
                     '{count} action': ['{count} действие', '{count} действия', '{count} действий'],
                     '{count} change was accepted before': ['{count} изменение было принято ранее',
                                                            '{count} изменения были приняты ранее',
                                                            '{count} изменений было принято ранее'],
                     '{count} changed': ['{count} изменён', '{count} изменены', '{count} изменено'],
                     '{count} claim without evidence': ['{count} утверждение без подтверждений',
                                                        '{count} утверждения без подтверждений',
                                                        '{count} утверждений без подтверждений'],
                     '{count} day': ['{count} день', '{count} дня', '{count} дней'],
                     '{count} delight': ['{count} радость', '{count} радости', '{count} радостей'],
                     '{count} file changed, no change in meaning': ['{count} файл изменён, смысл прежний',
                                                                    '{count} файла изменены, смысл прежний',
                                                                    '{count} файлов изменено, смысл прежний'],
                     '{count} hour': ['{count} час', '{count} часа', '{count} часов'],
                     '{count} journey': ['{count} путь', '{count} пути', '{count} путей'],
                     '{count} minute': ['{count} минута', '{count} минуты', '{count} минут'],
                     '{count} moment of truth': ['{count} момент истины',
                                                 '{count} момента истины',
                                                 '{count} моментов истины'],
                     '{count} month': ['{count} месяц', '{count} месяца', '{count} месяцев'],
                     '{count} more': 'ещё {count}',
                     '{count} of them': ['{count} из них', '{count} из них', '{count} из них'],
                     '{count} of {total} shown': 'показано {count} из {total}',
                     '{count} pain': ['{count} боль', '{count} боли', '{count} болей'],
                     '{count} person': ['{count} человек', '{count} человека', '{count} человек'],
                     '{count} reading': ['{count} показание', '{count} показания', '{count} показаний'],
                     '{count} second': ['{count} секунда', '{count} секунды', '{count} секунд'],
                     '{count} severe': ['{count} сильная', '{count} сильные', '{count} сильных'],
                     '{count} step': ['{count} шаг', '{count} шага', '{count} шагов'],
                     '{count} step stays as it is.': ['{count} шаг остаётся как есть.',
                                                      '{count} шага остаются как есть.',
                                                      '{count} шагов остаются как есть.'],
                     '{count} touchpoint': ['{count} точка контакта', '{count} точки контакта', '{count} точек контакта'],
                     '{count} touchpoint not measured': ['{count} точка контакта без измерений',
                                                         '{count} точки контакта без измерений',
                                                         '{count} точек контакта без измерений'],
                     '{count} ways back for each step': 'возвратов на каждый шаг: {count}',
                     '{count} week': ['{count} неделя', '{count} недели', '{count} недель'],
                     '{count} year': ['{count} год', '{count} года', '{count} лет'],
                     '{day}': '{day}',
                     '{fact}: id': '{fact}: идентификатор',
                     '{fact}: marks': '{fact}: пометки',
                     '{lane} is now row {count} of {total}': '{lane}: теперь строка {count} из {total}',
                     '{low} to {high}': '{low} – {high}',
                     '{old} → {new}': '{old} → {new}',
                     '{path}, line {line}: {reason}': '{path}, строка {line}: {reason}',
                     '{share} of the steps just lead on': '{share} шагов просто ведут дальше',
                     '{share} offline': '{share} офлайн',
                     '{shown} of {total} shown': 'Показано: {shown} из {total}',
                     '{steps} in {journeys}': '{steps}, {journeys}',
                     '{steps}, {people}': '{steps}, {people}',
                     '{step}: {old} → {new}': '{step}: {old} → {new}',
                     '{title} is no longer a moment of truth: {old}': '{title} больше не момент истины: {old}',
                     '{title} is now a moment of truth: {new}': '{title} теперь момент истины: {new}',
                     '{title} is now owned by {new}': '{title}: теперь есть ответственный, {new}',
                     '{title} no longer rests on {old}': '{title}: подтверждение {old} больше не приводится',
                     '{title} now rests on {new} too': '{title}: добавлено подтверждение {new}',
                     '{title} was edited, and is still marked approved': '{title}: карта изменена, но всё ещё отмечена как '
                                                                         'утверждённая',
                     '{title}: a feeling is noted, {new}': '{title}: отмечено чувство, {new}',
                     '{title}: a new delight, {new}': '{title}: новая радость, {new}',
                     '{title}: a new pain, {new}': '{title}: новая боль, {new}',
                     '{title}: a pain was {old}, is now {new}': '{title}: боль была {old}, теперь {new}',
                     '{title}: it went back to {old}, goes now to {new}': '{title}: возврат раньше вёл к шагу {old}, теперь '
                                                                          'к шагу {new}',
                     '{title}: it went on to {old}, goes now to {new}': '{title}: дальше раньше шло {old}, теперь {new}',
                     '{title}: reviewed on {new}': '{title}: проверено {new}',
                     '{title}: the customer met {old}, meets now {new}': '{title}: точка контакта раньше {old}, теперь '
                                                                         '{new}',
                     '{title}: the delight {old} is gone': '{title}: радость {old} исчезла',
                     '{title}: the feeling went from {old} to {new}': '{title}: чувство было {old}, стало {new}',
                     '{title}: the feeling {old} is no longer noted': '{title}: чувство {old} больше не отмечено',
                     '{title}: the owner was {old}, is now {new}': '{title}: ответственный раньше {old}, теперь {new}',
                     '{title}: the pain {old} is gone': '{title}: боль {old} ушла',
                     '{title}: the pain {old} is gone, and neither an opportunity nor new evidence says why': '{title}: '
                                                                                                              'боль {old} '
                                                                                                              'ушла, и ни '
                                                                                                              'возможность, '
                                                                                                              'ни новое '
                                                                                                              'подтверждение '
                                                                                                              'не объясняют '
                                                                                                              'почему',
                     '{title}: the present value of {metric} was {old}, is now {new}': '{title}: текущее значение метрики '
                                                                                       '{metric} было {old}, теперь {new}',
                     '{title}: the status was {old}, is now {new}': '{title}: статус был {old}, теперь {new}',
                     '{title}: the target of {metric} was {old}, is now {new}': '{title}: цель метрики {metric} была {old}, '
                                                                                'теперь {new}',
                     '{title}: {new} is now watched': '{title}: теперь отслеживается метрика {new}',
                     '{title}: {old} is no longer watched': '{title}: метрика {old} больше не отслеживается',
                     '{title}: {old} owned it, now nobody does': '{title}: раньше ответственный {old}, теперь никто',
                     '{title}: “{field}” no longer says {old}': '{title}: в поле «{field}» больше нет {old}',
                     '{title}: “{field}” said {old}, says now {new}': '{title}: в поле «{field}» было {old}, теперь {new}',
                     '{title}: “{field}” says {new} too': '{title}: в поле «{field}» добавлено {new}',
                     '{title}: “{field}” was reworded': '{title}: поле «{field}» переформулировано',
                     '{value} of 5': '{value} из 5',
                     '{value} on average': 'в среднем {value}',
                     '“{field}” in site.yaml was changed': 'поле «{field}» в site.yaml изменено'},
        'minus': '−',
        'months': ['января',
                   'февраля',
                   'марта',
                   'апреля',
                   'мая',
                   'июня',
                   'июля',
                   'августа',
                   'сентября',
                   'октября',
                   'ноября',
                   'декабря'],
        'percent': '{n}\xa0%',
        'plural': 'ru'},
 'vi': {'date': '{d} {month}, {y}',
        'decimal': ',',
        'digits': '0123456789',
        'group': '.',
        'list': [', ', ' và '],
        'messages': {'A person': 'Một người',
                     'A team in {teams} of {journeys} journeys': 'Một nhóm: {teams} trên {journeys} hành trình',
                     'After the purchase': 'Sau khi mua',
                     'Aim': 'Mục đích',
                     'Aligned by stage; the steps of a stage are spread evenly over it.': 'Xếp theo giai đoạn; các bước của '
                                                                                          'mỗi giai đoạn được trải đều.',
                     'All': 'Tất cả',
                     'All answers': 'Mọi câu trả lời',
                     'All changes as data (JSON)': 'Mọi thay đổi dưới dạng dữ liệu (JSON)',
                     'All content': 'Toàn bộ nội dung',
                     'All fourteen': 'Cả mười bốn',
                     'Also called': 'Tên gọi khác',
                     'Analytics': 'Phân tích dữ liệu',
                     'Answer': 'Câu trả lời',
                     'Answered': 'Đã trả lời',
                     'Answered by': 'Được giải quyết bằng',
                     'Answers': 'Câu trả lời',
                     'Any two journeys': 'Hai hành trình bất kỳ',
                     'Approved': 'Đã duyệt',
                     'Approved map edited': 'Bản đồ đã duyệt bị sửa',
                     'Approver': 'Người phê duyệt',
                     'As Markdown': 'Dạng Markdown',
                     'As a table': 'Dạng bảng',
                     'As it was in {base}': 'Như trong {base}',
                     'Asked or observed': 'Số người được hỏi hoặc quan sát',
                     'Assumed': 'Giả định',
                     'Assumption': 'Giả định',
                     'At a glance': 'Nhìn nhanh',
                     'At “{source}” some leave the journey.': 'Tại “{source}”, một số người rời hành trình.',
                     'At “{source}” some leave the journey: {reason}.': 'Tại “{source}”, một số người rời hành trình: '
                                                                        '{reason}.',
                     'Automatic': 'Tự động',
                     'Average feeling': 'Cảm xúc trung bình',
                     'B2B': 'B2B',
                     'B2B against B2C': 'B2B so với B2C',
                     'B2B2C': 'B2B2C',
                     'B2C': 'B2C',
                     'Back': 'Quay lại',
                     'Back stage': 'Hậu trường',
                     'Bad': 'Tệ',
                     'Baseline changed': 'Giá trị ban đầu thay đổi',
                     'Basis': 'Cơ sở',
                     'Before the purchase': 'Trước khi mua',
                     'Behind its source': 'Cũ hơn bản gốc',
                     'Best at “{step}” ({value}).': 'Tốt nhất tại “{step}” ({value}).',
                     'Big bets': 'Đặt cược lớn',
                     'Blocker': 'Người cản trở',
                     'Blueprint': 'Bản thiết kế',
                     'Both curves are the same.': 'Hai đường cong giống nhau.',
                     'Bounds': 'Giới hạn',
                     'Branch leads elsewhere': 'Nhánh dẫn sang chỗ khác',
                     'Builds it in': 'Tích hợp vào sản phẩm riêng',
                     'Buyer journey': 'Hành trình người mua',
                     'Buying committees': 'Nhóm mua hàng',
                     'By people': 'Do con người',
                     'By stage and role': 'Theo giai đoạn và vai trò',
                     'By stages': 'Theo giai đoạn',
                     'By steps': 'Theo bước',
                     'Calls': 'Cuộc gọi',
                     'Champion': 'Người ủng hộ nội bộ',
                     'Change': 'Thay đổi',
                     'Changed last by': 'Người sửa gần nhất',
                     'Changed since {base}': 'Đã thay đổi từ {base}',
                     'Changes': 'Thay đổi',
                     'Changes, commit by commit': 'Thay đổi theo từng commit',
                     'Channel': 'Kênh',
                     'Channels': 'Kênh',
                     'Channels by use': 'Kênh theo mức sử dụng',
                     'Claim': 'Nhận định',
                     'Claims backed': 'Nhận định có căn cứ',
                     'Claims that rest on evidence': 'Nhận định dựa trên bằng chứng',
                     'Claims that rest on it': 'Nhận định dựa vào đây',
                     'Claims to back': 'Nhận định cần bằng chứng',
                     'Claims without evidence': 'Nhận định không có bằng chứng',
                     'Close': 'Đóng',
                     'Code': 'Mã nguồn',
                     'Comes after': 'Tiếp sau',
                     'Compact': 'Gọn',
                     'Compare': 'So sánh',
                     'Compare journeys': 'So sánh hành trình',
                     'Competitor': 'Đối thủ',
                     'Consent': 'Sự đồng ý',
                     'Content': 'Nội dung',
                     'Content asset': 'Tài sản nội dung',
                     'Content assets': 'Tài sản nội dung',
                     'Content for each role': 'Nội dung cho từng vai trò',
                     'Content made for a role and a stage, where the role takes part; a gap is content to make.': 'Nội dung '
                                                                                                                  'cho từng '
                                                                                                                  'vai trò '
                                                                                                                  'và giai '
                                                                                                                  'đoạn mà '
                                                                                                                  'vai trò '
                                                                                                                  'đó tham '
                                                                                                                  'gia; ô '
                                                                                                                  'trống là '
                                                                                                                  'nội dung '
                                                                                                                  'cần làm.',
                     'Content made for it': 'Nội dung dành riêng',
                     'Continues in': 'Tiếp tục ở',
                     'Copied': 'Đã sao chép',
                     'Copy link': 'Sao chép liên kết',
                     'Current state': 'Hiện trạng',
                     'Customer journey': 'Hành trình khách hàng',
                     'Date': 'Ngày',
                     'Day': 'Ngày',
                     'Deal': 'Thương vụ',
                     'Deal, and cost to win it': 'Giá trị hợp đồng và chi phí giành được',
                     'Decides by': 'Tiêu chí quyết định',
                     'Decision maker': 'Người ra quyết định',
                     'Delight': 'Điểm thích thú',
                     'Delight gone': 'Mất điểm thích thú',
                     'Delights': 'Điểm thích thú',
                     'Department': 'Phòng ban',
                     'Description of the journey': 'Mô tả hành trình',
                     'Desk research': 'Nghiên cứu tại bàn',
                     'Detail of a step in': 'Chi tiết của một bước trong',
                     'Diagrams': 'Sơ đồ',
                     'Diary': 'Nhật ký',
                     'Dimension': 'Khía cạnh',
                     'Direction': 'Chiều hướng',
                     'Disagreement': 'Bất đồng',
                     'Do first': 'Làm trước',
                     'Does': 'Hành động',
                     'Done': 'Hoàn thành',
                     'Download the source (.mmd)': 'Tải mã nguồn (.mmd)',
                     'Draft': 'Bản nháp',
                     'Dropped': 'Đã hủy bỏ',
                     'Due': 'Hạn chót',
                     'During the purchase': 'Trong khi mua',
                     'Economic buyer': 'Người duyệt chi',
                     'Edit this page': 'Sửa trang này',
                     'Educational': 'Giáo dục',
                     'Effort': 'Công sức',
                     'Effort for the customer': 'Công sức của khách hàng',
                     'Emotion curve': 'Đường cong cảm xúc',
                     'Employee journey': 'Hành trình nhân viên',
                     'End user': 'Người dùng cuối',
                     'Ends at {value}.': 'Kết thúc ở {value}.',
                     'Every contact between customers and us, online and offline, by when it happens.': 'Mọi tiếp xúc giữa '
                                                                                                        'khách hàng và '
                                                                                                        'chúng ta, trực '
                                                                                                        'tuyến và ngoại '
                                                                                                        'tuyến, theo thời '
                                                                                                        'điểm diễn ra.',
                     'Every map of the atlas, with its curve and how far it is agreed.': 'Mọi bản đồ trong tập, kèm đường '
                                                                                         'cảm xúc và mức độ thống nhất.',
                     'Every step that uses it': 'Mọi bước có sử dụng',
                     'Evidence': 'Bằng chứng',
                     'Evidence removed': 'Bằng chứng bị gỡ bỏ',
                     'Expects': 'Kỳ vọng',
                     'Fact': 'Dữ kiện',
                     'Fact added': 'Thêm dữ kiện',
                     'Fact changed': 'Dữ kiện thay đổi',
                     'Fact removed': 'Dữ kiện bị gỡ bỏ',
                     'Falls deepest from “{before}” ({from_value}) to “{after}” ({to_value}).': 'Giảm mạnh nhất từ '
                                                                                                '“{before}” ({from_value}) '
                                                                                                'đến “{after}” '
                                                                                                '({to_value}).',
                     'Feeling': 'Cảm xúc',
                     'Feeling changed': 'Cảm xúc thay đổi',
                     'Feeling no longer noted': 'Cảm xúc không còn được ghi',
                     'Feeling noted': 'Cảm xúc được ghi lại',
                     'Feeling {change}': 'Cảm xúc: {change}',
                     'Feels': 'Cảm xúc',
                     'Feels now': 'Cảm xúc hiện nay',
                     'Felt otherwise than in {base}: {steps}': 'Cảm xúc khác với {base}: {steps}',
                     'File changed': 'Tệp thay đổi',
                     'File removed': 'Tệp bị gỡ bỏ',
                     'Fill-ins': 'Việc làm thêm',
                     'Filter': 'Lọc',
                     'Filters narrow this part only; the search finds everything.': 'Bộ lọc chỉ thu hẹp phần này; ô tìm '
                                                                                    'kiếm tìm được tất cả.',
                     'Finds titles, summaries and texts. Words may be cut short or misspelt.': 'Tìm trong tiêu đề, tóm tắt '
                                                                                               'và nội dung. Có thể gõ dở '
                                                                                               'từ hoặc gõ sai một chữ cái.',
                     'First journey': 'Hành trình thứ nhất',
                     'First moment of truth': 'Khoảnh khắc sự thật thứ nhất',
                     'Five: customer, cycle, contacts, offline share, after-sales': 'Năm: khách hàng, chu kỳ, liên hệ, tỷ '
                                                                                    'lệ ngoại tuyến, sau bán hàng',
                     'Fix first': 'Sửa trước tiên',
                     'Follow the changes in a feed reader (Atom)': 'Theo dõi thay đổi bằng trình đọc tin (Atom)',
                     'For information': 'Để tham khảo',
                     'For people': 'Dành cho persona',
                     'For roles': 'Dành cho vai trò',
                     'Forms': 'Biểu mẫu',
                     'Four: cycle, decision, channels, measures': 'Bốn: chu kỳ, quyết định, kênh, thước đo',
                     'Four: team, deal, cycle, feelings': 'Bốn: nhóm, hợp đồng, chu kỳ, cảm xúc',
                     'From': 'Từ',
                     'From all current maps of each market; nothing here was typed by anybody.': 'Từ mọi bản đồ hiện tại '
                                                                                                 'của mỗi thị trường; không '
                                                                                                 'có gì được nhập tay.',
                     'From channel to channel': 'Từ kênh này sang kênh khác',
                     'From each step to the next one that runs over another channel; steps without a channel are passed over.': 'Từ '
                                                                                                                                'mỗi '
                                                                                                                                'bước '
                                                                                                                                'đến '
                                                                                                                                'bước '
                                                                                                                                'tiếp '
                                                                                                                                'theo '
                                                                                                                                'qua '
                                                                                                                                'kênh '
                                                                                                                                'khác; '
                                                                                                                                'bước '
                                                                                                                                'không '
                                                                                                                                'có '
                                                                                                                                'kênh '
                                                                                                                                'được '
                                                                                                                                'bỏ '
                                                                                                                                'qua.',
                     'From research': 'Từ nghiên cứu',
                     'From {first} on {first_day} to {last} on {last_day}.': 'Từ {first} ({first_day}) đến {last} '
                                                                             '({last_day}).',
                     'From “{source}” back to “{target}”.': 'Từ “{source}” quay lại “{target}”.',
                     'From “{source}” back to “{target}”: {reason}.': 'Từ “{source}” quay lại “{target}”: {reason}.',
                     'From “{source}” to “{target}”.': 'Từ “{source}” đến “{target}”.',
                     'From “{source}” to “{target}”: {reason}.': 'Từ “{source}” đến “{target}”: {reason}.',
                     'Front stage': 'Trước sân khấu',
                     'Frustrations': 'Điều gây bực bội',
                     'Full text': 'Toàn văn',
                     'Future state': 'Trạng thái tương lai',
                     'Gatekeeper': 'Người gác cổng',
                     'Git tells of no change yet.': 'Git chưa ghi nhận thay đổi nào.',
                     'Goal': 'Mục tiêu',
                     'Goals': 'Mục tiêu',
                     'Good': 'Tốt',
                     'Great': 'Lớn',
                     'Heat map': 'Bản đồ nhiệt',
                     'High impact': 'Ảnh hưởng lớn',
                     'Higher is better': 'Càng cao càng tốt',
                     'How channels connect': 'Các kênh nối với nhau thế nào',
                     'How do business and consumer journeys differ, in fourteen dimensions?': 'Hành trình doanh nghiệp và '
                                                                                              'người tiêu dùng khác nhau '
                                                                                              'thế nào ở mười bốn khía '
                                                                                              'cạnh?',
                     'How do two journeys differ, and what is left to do until the future is there?': 'Hai hành trình khác '
                                                                                                      'nhau thế nào, và còn '
                                                                                                      'gì phải làm để đạt '
                                                                                                      'trạng thái tương '
                                                                                                      'lai?',
                     'How far to trust the maps': 'Tin bản đồ đến mức nào',
                     'How it feels, before and after': 'Cảm xúc trước và sau',
                     'How it hangs together': 'Các mối liên hệ',
                     'How long it takes': 'Mất bao lâu',
                     'How much is shown': 'Mức hiển thị',
                     'How they recommend': 'Họ giới thiệu thế nào',
                     'How we know': 'Cách đo lường',
                     'Id of a step changed': 'Mã của bước thay đổi',
                     'Id of a step used again': 'Mã của bước được dùng lại',
                     'Idea': 'Ý tưởng',
                     'If a link here leads nowhere either, start from the address of the site itself.': 'Nếu liên kết ở đây '
                                                                                                        'cũng không hoạt '
                                                                                                        'động, hãy bắt đầu '
                                                                                                        'từ địa chỉ chính '
                                                                                                        'của trang web.',
                     'Importance to us': 'Tầm quan trọng với chúng ta',
                     'In buying committees': 'Trong ủy ban mua hàng',
                     'In detail': 'Chi tiết',
                     'In other languages': 'Bằng ngôn ngữ khác',
                     'In progress': 'Đang thực hiện',
                     'In review': 'Đang rà soát',
                     'In their own words': 'Theo lời của họ',
                     'In words and as Mermaid source': 'Bằng lời và mã nguồn Mermaid',
                     'Index': 'Danh mục',
                     'Influencer': 'Người ảnh hưởng',
                     'Informational': 'Thông tin',
                     'Interview': 'Phỏng vấn',
                     'It may have been renamed. The menu and the lists below lead to everything there is.': 'Có thể trang '
                                                                                                            'đã được đổi '
                                                                                                            'tên. Menu và '
                                                                                                            'các danh sách '
                                                                                                            'bên dưới dẫn '
                                                                                                            'đến mọi nội '
                                                                                                            'dung hiện có.',
                     'Its file belongs here:': 'Tệp của mục này đặt tại:',
                     'Journey': 'Hành trình',
                     'Journey moved': 'Hành trình được chuyển chỗ',
                     'Journey removed': 'Hành trình bị gỡ bỏ',
                     'Journey renamed': 'Hành trình đổi tên',
                     'Journey split': 'Hành trình được tách',
                     'Journeys': 'Hành trình',
                     'Journeys by stages': 'Hành trình theo giai đoạn',
                     'Journeys merged': 'Hành trình được gộp',
                     'Journeys that rest on it': 'Hành trình dựa vào đây',
                     'Journeys with a committee': 'Hành trình có nhóm mua hàng',
                     'Keep it so': 'Giữ nguyên',
                     'Keys: j for the next change, k for the one before': 'Phím: j đến thay đổi tiếp theo, k về thay đổi '
                                                                          'trước',
                     'Kind': 'Loại',
                     'Kinds of content': 'Loại nội dung',
                     'Lane': 'Làn',
                     'Lanes': 'Các hàng',
                     'Language': 'Ngôn ngữ',
                     'Last change': 'Thay đổi gần nhất',
                     'Last review': 'Lần rà soát gần nhất',
                     'Last value': 'Giá trị mới nhất',
                     'Leaves the journey': 'Rời hành trình',
                     'Length': 'Thời lượng',
                     'Length of the cycle': 'Độ dài chu kỳ',
                     'Line of interaction': 'Đường tương tác',
                     'Line of internal interaction': 'Đường tương tác nội bộ',
                     'Line of visibility': 'Đường tầm nhìn',
                     'Linear': 'Tuyến tính',
                     'Link': 'Liên kết',
                     'Link copied': 'Đã sao chép liên kết',
                     'Link to this place': 'Liên kết tới chỗ này',
                     'Little effort': 'Ít công sức',
                     'Little value': 'Ít giá trị',
                     'Loading …': 'Đang tải …',
                     'Longest wait': 'Lần chờ lâu nhất',
                     'Loop leads elsewhere': 'Vòng lặp dẫn sang chỗ khác',
                     'Loops back': 'Quay lại',
                     'Low impact': 'Ảnh hưởng nhỏ',
                     'Lower is better': 'Càng thấp càng tốt',
                     'Lowest feeling': 'Cảm xúc thấp nhất',
                     'Made for': 'Dành cho',
                     'Made with journeybook {version}': 'Tạo bằng journeybook {version}',
                     'Main channels': 'Kênh chính',
                     'Map by map': 'Từng bản đồ',
                     'Maps that are assumptions': 'Bản đồ là giả định',
                     'Maps that need a review': 'Bản đồ cần rà soát',
                     'Maps to back with evidence': 'Bản đồ cần thêm bằng chứng',
                     'Maps to review': 'Bản đồ cần xem lại',
                     'Maps use them, and nothing tells how they go.': 'Các bản đồ có dùng, nhưng không có gì cho biết chúng '
                                                                      'hoạt động ra sao.',
                     'Maps without an owner': 'Bản đồ không có người phụ trách',
                     'Market': 'Thị trường',
                     'Markets': 'Thị trường',
                     'Material': 'Tài liệu',
                     'Mean feeling of everyone in the stage, from −2 to +2, and the number of pains.': 'Cảm xúc trung bình '
                                                                                                       'của mọi người trong '
                                                                                                       'giai đoạn, từ −2 '
                                                                                                       'đến +2, và số điểm '
                                                                                                       'đau.',
                     'Medium': 'Trung bình',
                     'Medium impact': 'Ảnh hưởng trung bình',
                     'Mend when there is time': 'Sửa khi có thời gian',
                     'Mentioned in': 'Được nhắc đến trong',
                     'Mentioned, not yet described': 'Đã nhắc đến, chưa mô tả',
                     'Menu': 'Menu',
                     'Metric': 'Chỉ số',
                     'Metric no longer watched': 'Chỉ số không còn được theo dõi',
                     'Metric watched': 'Chỉ số được theo dõi',
                     'Metrics': 'Chỉ số',
                     'Mild': 'Nhẹ',
                     'Moment of truth': 'Khoảnh khắc sự thật',
                     'Moment of truth lost': 'Mất khoảnh khắc sự thật',
                     'Moments of truth': 'Khoảnh khắc sự thật',
                     'Move down: {lane}': 'Chuyển xuống: {lane}',
                     'Move up: {lane}': 'Chuyển lên: {lane}',
                     'Much effort': 'Nhiều công sức',
                     'Much value': 'Nhiều giá trị',
                     'Needs': 'Nhu cầu',
                     'Needs review': 'Cần rà soát',
                     'Needs, and decides by': 'Nhu cầu và tiêu chí quyết định',
                     'Neither journey says anything of this stage.': 'Không hành trình nào nói về giai đoạn này.',
                     'Neutral': 'Trung tính',
                     'New delight': 'Điểm thích thú mới',
                     'New evidence': 'Bằng chứng mới',
                     'New file': 'Tệp mới',
                     'New journey': 'Hành trình mới',
                     'New moment of truth': 'Khoảnh khắc sự thật mới',
                     'New pain': 'Điểm đau mới',
                     'New since {base}': 'Mới từ {base}',
                     'New stage': 'Giai đoạn mới',
                     'New step': 'Bước mới',
                     'New steps': 'Các bước mới',
                     'Next': 'Tiếp theo',
                     'Next part': 'Phần sau',
                     'No comparison is ready-made: name journeys under `compare` in site.yaml.': 'Chưa có so sánh sẵn: hãy '
                                                                                                 'nêu các hành trình dưới '
                                                                                                 '`compare` trong '
                                                                                                 'site.yaml.',
                     'No message': 'Không có thông điệp',
                     'No owner': 'Chưa có người phụ trách',
                     'No role named': 'Chưa nêu vai trò',
                     'Nobody has described this yet. It is used on the pages below.': 'Chưa ai mô tả mục này. Mục được dùng '
                                                                                      'ở các trang bên dưới.',
                     'Nobody yet': 'Chưa có ai',
                     'Not answered yet': 'Chưa được trả lời',
                     'Not checked within the review period': 'Chưa kiểm tra trong kỳ rà soát',
                     'Not everything could be compared': 'Không so sánh được tất cả',
                     'Not measured': 'Không đo lường',
                     'Not yet': 'Chưa',
                     'Not yet placed': 'Chưa được xếp chỗ',
                     'Note': 'Ghi chú',
                     'Notes': 'Ghi chú',
                     'Nothing changed in meaning.': 'Không có gì thay đổi về ý nghĩa.',
                     'Nothing found for “{query}”.': 'Không tìm thấy kết quả nào cho “{query}”.',
                     'Nothing here rests on evidence yet': 'Chưa có nội dung nào ở đây dựa trên bằng chứng',
                     'Nothing: the future is there.': 'Không còn gì: tương lai đã đến.',
                     'Number of deciders': 'Số người quyết định',
                     'Offline': 'Ngoại tuyến',
                     'Offline share': 'Tỷ lệ ngoại tuyến',
                     'On': 'Tiếp',
                     'On the map': 'Trên bản đồ',
                     'On this page': 'Trên trang này',
                     'Online': 'Trực tuyến',
                     'Online or offline': 'Trực tuyến hay trực tiếp',
                     'Open opportunities': 'Cơ hội còn mở',
                     'Open questions': 'Câu hỏi còn mở',
                     'Open with the key {key}': 'Mở bằng phím {key}',
                     'Opportunities': 'Cơ hội',
                     'Opportunities that answer its pains': 'Cơ hội giải quyết điểm đau',
                     'Opportunity': 'Cơ hội',
                     'Organisation': 'Tổ chức',
                     'Other touchpoint': 'Điểm chạm khác',
                     'Other versions': 'Phiên bản khác',
                     'Outside of journeys': 'Ngoài các hành trình',
                     'Overview': 'Tổng quan',
                     'Own journeys': 'Hành trình riêng',
                     'Owner': 'Người phụ trách',
                     'Owner changed': 'Người phụ trách thay đổi',
                     'Owner gone': 'Mất người phụ trách',
                     'Owner named': 'Đã có người phụ trách',
                     'Page': 'Trang',
                     'Pages': 'Trang',
                     'Pain': 'Điểm đau',
                     'Pain gone': 'Điểm đau không còn',
                     'Pain gone unexplained': 'Điểm đau biến mất không rõ lý do',
                     'Pain moved': 'Điểm đau được chuyển chỗ',
                     'Pain weighs differently': 'Điểm đau nặng nhẹ khác đi',
                     'Pains': 'Điểm đau',
                     'Pains and delights': 'Điểm đau và điểm thích thú',
                     'Pains it answers': 'Điểm đau được giải quyết',
                     'Pains that go': 'Điểm đau được gỡ bỏ',
                     'Part of': 'Thuộc về',
                     'Part {number} of {count}': 'Phần {number} trên {count}',
                     'Parts': 'Các phần',
                     'Parts of this list': 'Các phần của danh sách',
                     'Parts of this list, below it': 'Các phần của danh sách, ở bên dưới',
                     'People': 'Người tham gia',
                     'People furthest apart: {step} ({low} to {high})': 'Khác biệt lớn nhất: {step} (từ {low} đến {high})',
                     'People {count} apart': 'Chênh nhau {count}',
                     'Persona': 'Persona',
                     'Personas': 'Persona',
                     'Persuasive': 'Thuyết phục',
                     'Phase': 'Thời kỳ',
                     'Physical evidence': 'Bằng chứng hữu hình',
                     'Pick two different journeys.': 'Hãy chọn hai hành trình khác nhau.',
                     'Plan well': 'Lên kế hoạch kỹ',
                     'Planned': 'Đã lên kế hoạch',
                     'Pleasant, not needed': 'Dễ chịu, nhưng không cần thiết',
                     'Presence': 'Hình thức',
                     'Present': 'Trình chiếu',
                     'Previous part': 'Phần trước',
                     'Priority': 'Mức ưu tiên',
                     'Proof': 'Chứng minh',
                     'Questions that no single map can answer, worked out from all of them. Nobody typed these pages.': 'Những '
                                                                                                                        'câu '
                                                                                                                        'hỏi '
                                                                                                                        'mà '
                                                                                                                        'không '
                                                                                                                        'bản '
                                                                                                                        'đồ '
                                                                                                                        'đơn '
                                                                                                                        'lẻ '
                                                                                                                        'nào '
                                                                                                                        'trả '
                                                                                                                        'lời '
                                                                                                                        'được, '
                                                                                                                        'rút '
                                                                                                                        'ra '
                                                                                                                        'từ '
                                                                                                                        'tất '
                                                                                                                        'cả. '
                                                                                                                        'Không '
                                                                                                                        'ai '
                                                                                                                        'gõ '
                                                                                                                        'những '
                                                                                                                        'trang '
                                                                                                                        'này.',
                     'Quick wins': 'Thắng lợi nhanh',
                     'Quotation': 'Trích dẫn',
                     'Range of feelings': 'Biên độ cảm xúc',
                     'Reach': 'Phạm vi',
                     'Reached': 'Đã đạt',
                     'Read it stage by stage': 'Đọc theo từng giai đoạn',
                     'Read on below': 'Đọc tiếp bên dưới',
                     'Readings': 'Số đo',
                     'Ready-made comparisons': 'So sánh có sẵn',
                     'Related pages': 'Trang liên quan',
                     'Renamed': 'Đã đổi tên',
                     'Reported to by': 'Cấp dưới',
                     'Reports to': 'Cấp trên',
                     'Reseller': 'Đại lý bán lại',
                     'Reset to the order of the site': 'Đặt lại theo thứ tự của trang',
                     'Results: {count}': 'Kết quả: {count}',
                     'Retired': 'Ngừng sử dụng',
                     'Reviewed': 'Đã rà soát',
                     'Role': 'Vai trò',
                     'Roles and what they decide by': 'Vai trò và tiêu chí quyết định',
                     'Runs': 'Cách vận hành',
                     'Sales notes': 'Ghi chép bán hàng',
                     'Say': 'Tiếng nói',
                     'Says': 'Lời nói',
                     'Search': 'Tìm kiếm',
                     'Second journey': 'Hành trình thứ hai',
                     'Second moment of truth': 'Khoảnh khắc sự thật thứ hai',
                     'See it': 'Xem',
                     'See what changed': 'Xem điều gì đã thay đổi',
                     'Segment': 'Phân khúc',
                     'Service blueprint': 'Bản thiết kế dịch vụ',
                     'Settings changed': 'Cài đặt thay đổi',
                     'Severe': 'Nghiêm trọng',
                     'Severity': 'Mức độ nghiêm trọng',
                     'Show': 'Hiện',
                     'Show all': 'Hiện tất cả',
                     'Show changed columns only': 'Chỉ hiện các cột có thay đổi',
                     'Side by side': 'Cạnh nhau',
                     'Skip to the content': 'Chuyển đến nội dung',
                     'Small': 'Nhỏ',
                     'Source': 'Nguồn',
                     'Stage': 'Giai đoạn',
                     'Stage by stage': 'Từng giai đoạn',
                     'Stage moved': 'Giai đoạn được chuyển chỗ',
                     'Stage removed': 'Giai đoạn bị gỡ bỏ',
                     'Stage renamed': 'Giai đoạn đổi tên',
                     'Stage split': 'Giai đoạn được tách',
                     'Stage {count} of {total}': 'Giai đoạn {count} trên {total}',
                     'Stage {number}: {stage}': 'Giai đoạn {number}: {stage}',
                     'Stages': 'Giai đoạn',
                     'Stages merged': 'Giai đoạn được gộp',
                     'Stages without content for a role': 'Giai đoạn thiếu nội dung cho một vai trò',
                     'State': 'Trạng thái',
                     'Status': 'Trạng thái',
                     'Status changed': 'Trạng thái thay đổi',
                     'Stays': 'Giữ lại',
                     'Step': 'Bước',
                     'Step by step': 'Từng bước',
                     'Step goes': 'Bước bị bỏ',
                     'Step moved': 'Bước được chuyển chỗ',
                     'Step moved to another journey': 'Bước được chuyển sang hành trình khác',
                     'Step out of reach': 'Bước không tới được',
                     'Step removed': 'Bước bị gỡ bỏ',
                     'Step renamed': 'Bước đổi tên',
                     'Step split': 'Bước được tách',
                     'Step {count} of {total}': 'Bước {count} trên {total}',
                     'Steps': 'Bước',
                     'Steps in a row': 'Các bước liên tiếp',
                     'Steps merged': 'Bước được gộp',
                     'Steps that feel different': 'Các bước có cảm xúc khác',
                     'Steps that go': 'Các bước bị bỏ',
                     'Story': 'Câu chuyện',
                     'Story of the step': 'Câu chuyện của bước',
                     'Straight or winding': 'Thẳng hay quanh co',
                     'Support processes': 'Quy trình hỗ trợ',
                     'Support records': 'Hồ sơ hỗ trợ',
                     'Survey': 'Khảo sát',
                     'Switch between light and dark': 'Chuyển giữa sáng và tối',
                     'Tags': 'Thẻ',
                     'Taken': 'Kỳ đo',
                     'Takes': 'Mất',
                     'Takes part in': 'Tham gia vào',
                     'Target': 'Mục tiêu',
                     'Target changed': 'Mục tiêu thay đổi',
                     'Target reached': 'Đạt mục tiêu',
                     'Target {value}': 'Mục tiêu {value}',
                     'Technical buyer': 'Người đánh giá kỹ thuật',
                     'Text': 'Văn bản',
                     'The axis is logarithmic: each tick is many times the one before. A lighter end is the far end of a range.': 'Trục '
                                                                                                                                  'theo '
                                                                                                                                  'thang '
                                                                                                                                  'logarit: '
                                                                                                                                  'mỗi '
                                                                                                                                  'vạch '
                                                                                                                                  'gấp '
                                                                                                                                  'nhiều '
                                                                                                                                  'lần '
                                                                                                                                  'vạch '
                                                                                                                                  'trước. '
                                                                                                                                  'Đầu '
                                                                                                                                  'nhạt '
                                                                                                                                  'hơn '
                                                                                                                                  'là '
                                                                                                                                  'giới '
                                                                                                                                  'hạn '
                                                                                                                                  'xa '
                                                                                                                                  'của '
                                                                                                                                  'khoảng.',
                     'The buying committee': 'Ủy ban mua hàng',
                     'The computer that built this site has no program to draw diagrams, so the source is shown.': 'Máy tạo '
                                                                                                                   'trang '
                                                                                                                   'này '
                                                                                                                   'không '
                                                                                                                   'có '
                                                                                                                   'chương '
                                                                                                                   'trình '
                                                                                                                   'vẽ sơ '
                                                                                                                   'đồ nên '
                                                                                                                   'mã '
                                                                                                                   'nguồn '
                                                                                                                   'được '
                                                                                                                   'hiển '
                                                                                                                   'thị.',
                     'The curve as a picture': 'Đường cong dạng hình ảnh',
                     'The curves': 'Các đường cong',
                     'The customer is': 'Khách hàng là',
                     'The cycle': 'Chu kỳ',
                     'The dimensions': 'Các khía cạnh',
                     'The drawing shows the first {count}, the table all of them.': 'Hình vẽ thể hiện {count} mục đầu tiên, '
                                                                                    'còn bảng có tất cả.',
                     'The feeling stays at {value} throughout.': 'Cảm xúc giữ nguyên ở mức {value} suốt hành trình.',
                     'The figures that say whether journeys get better.': 'Những con số cho biết hành trình có tốt lên hay '
                                                                          'không.',
                     'The journey as it is now': 'Hành trình như hiện nay',
                     'The journey goes through {stages}.': 'Hành trình đi qua {stages}.',
                     'The latest changes': 'Thay đổi mới nhất',
                     'The map': 'Bản đồ',
                     'The map as a picture': 'Bản đồ dạng hình ảnh',
                     'The map this one translates has changed since': 'Bản đồ gốc của bản dịch này đã thay đổi từ đó',
                     'The map, both versions in one': 'Bản đồ, hai phiên bản trong một',
                     'The maps behind it': 'Các bản đồ làm căn cứ',
                     'The moments that decide whether the customer stays, the worst felt first.': 'Những khoảnh khắc quyết '
                                                                                                  'định khách hàng ở lại '
                                                                                                  'hay không, cảm xúc tệ '
                                                                                                  'nhất xếp trước.',
                     'The parts that journeys share, so that they can be compared.': 'Những phần chung của các hành trình '
                                                                                     'để có thể so sánh.',
                     'The path, step by step': 'Lộ trình, từng bước',
                     'The people whose journeys are told, and those who decide with them.': 'Những người có hành trình được '
                                                                                            'kể và những người cùng họ '
                                                                                            'quyết định.',
                     'The search index could not be loaded.': 'Không tải được chỉ mục tìm kiếm.',
                     'The stages': 'Các giai đoạn',
                     'The steps follow each other, except where said here.': 'Các bước nối tiếp nhau, trừ những chỗ nêu ở '
                                                                             'đây.',
                     'The target is not reached yet.': 'Chưa đạt mục tiêu.',
                     'The target is reached.': 'Đã đạt mục tiêu.',
                     'The ways on which touchpoints reach the customer.': 'Những con đường đưa điểm chạm đến khách hàng.',
                     'The ways taken most often': 'Các lối đi thường gặp nhất',
                     'There is nothing to mend.': 'Không có gì cần sửa.',
                     'Think twice': 'Cân nhắc kỹ',
                     'Thinks': 'Suy nghĩ',
                     'This could not be compared with {base}, or not in full': 'Không thể so sánh phần này với {base}, hoặc '
                                                                               'không so sánh được hết',
                     'This diagram could not be drawn, so the source is shown.': 'Không vẽ được sơ đồ này nên mã nguồn được '
                                                                                 'hiển thị.',
                     'This page has moved.': 'Trang này đã được chuyển.',
                     'This page is not here': 'Không tìm thấy trang này',
                     'Ticket': 'Phiếu công việc',
                     'Time': 'Thời gian',
                     'Time by steps': 'Thời gian theo bước',
                     'Times': 'Số lần',
                     'Title': 'Tiêu đề',
                     'To': 'Đến',
                     'Together: {time}': 'Tổng cộng: {time}',
                     'Touchpoint': 'Điểm chạm',
                     'Touchpoint first used': 'Điểm chạm lần đầu được dùng',
                     'Touchpoint unused': 'Điểm chạm không còn được dùng',
                     'Touchpoints': 'Điểm chạm',
                     'Touchpoints before the decision': 'Điểm chạm trước quyết định',
                     'Touchpoints before the purchase': 'Điểm chạm trước khi mua',
                     'Touchpoints that nobody measures': 'Điểm chạm không ai đo',
                     'Touchpoints to fix first': 'Điểm chạm cần sửa trước',
                     'Touchpoints to measure': 'Điểm chạm cần đo',
                     'Touchpoints: worth against feeling': 'Điểm chạm: giá trị so với cảm xúc',
                     'Trigger': 'Tác nhân kích hoạt',
                     'Type': 'Loại',
                     'Ultimate moment of truth': 'Khoảnh khắc sự thật tối thượng',
                     'Unit': 'Đơn vị',
                     'Used by': 'Được dùng bởi',
                     'Used by {kind}': 'Được dùng bởi: {kind}',
                     'Used in': 'Được dùng trong',
                     'User': 'Người dùng',
                     'Uses the product as': 'Dùng sản phẩm với tư cách',
                     'Uses {kind}': 'Sử dụng: {kind}',
                     'Value': 'Giá trị',
                     'Value against effort': 'Giá trị so với công sức',
                     'Value to the customer against effort for us': 'Giá trị cho khách hàng so với công sức của chúng ta',
                     'Very bad': 'Rất tệ',
                     'Very good': 'Rất tốt',
                     'View': 'Chế độ xem',
                     'Visual': 'Trực quan',
                     'Wait: {step}': 'Chờ: {step}',
                     'Waits': 'Chờ đợi',
                     'Walk through the journey': 'Đi qua hành trình',
                     'Ways in': 'Lối vào',
                     'Ways out': 'Lối ra',
                     'What': 'Mục',
                     'What changed': 'Có gì thay đổi',
                     'What changed for the customer': 'Có gì thay đổi với khách hàng',
                     'What changed last': 'Thay đổi gần đây',
                     'What changed since {base}': 'Điều gì đã thay đổi từ {base}',
                     'What customers read, watch and hold on their way.': 'Những gì khách hàng đọc, xem và cầm trên tay '
                                                                          'trong hành trình.',
                     'What each map was made to answer, and what keeps readers from trusting it.': 'Mỗi bản đồ được lập để '
                                                                                                   'trả lời điều gì, và '
                                                                                                   'điều gì khiến người đọc '
                                                                                                   'chưa tin cậy.',
                     'What each role can read, watch or hold at each stage, and where there is nothing yet.': 'Những gì mỗi '
                                                                                                              'vai trò có '
                                                                                                              'thể đọc, xem '
                                                                                                              'hoặc cầm ở '
                                                                                                              'từng giai '
                                                                                                              'đoạn, và nơi '
                                                                                                              'còn trống.',
                     'What has been changed lately, by whom, and why?': 'Gần đây có gì thay đổi, do ai và vì sao?',
                     'What hurts the customer, the severest first, and what we do about it.': 'Điều gây khó cho khách hàng, '
                                                                                              'nghiêm trọng nhất xếp trước, '
                                                                                              'và cách chúng ta xử lý.',
                     'What is left to do': 'Còn gì phải làm',
                     'What is missing': 'Những gì còn thiếu',
                     'What is old, assumed, without an owner or not measured, and who could mend it?': 'Điều gì đã cũ, mới '
                                                                                                       'là giả định, không '
                                                                                                       'người phụ trách '
                                                                                                       'hoặc chưa đo, và ai '
                                                                                                       'có thể sửa?',
                     'What it means to us': 'Ý nghĩa với chúng ta',
                     'What makes them act': 'Điều thúc đẩy hành động',
                     'What rests on it': 'Những gì dựa vào đây',
                     'What the maps ask': 'Câu hỏi của các bản đồ',
                     'What they decide by': 'Họ quyết định dựa vào gì',
                     'What we could do better, by worth and effort.': 'Những gì có thể làm tốt hơn, theo giá trị và công '
                                                                      'sức.',
                     'When there is time': 'Khi có thời gian',
                     'Where does it hurt, and which touchpoint do we fix first?': 'Chỗ nào đau, và nên sửa điểm chạm nào '
                                                                                  'trước?',
                     'Where it is worst': 'Nơi tệ nhất',
                     'Where what the maps say comes from.': 'Nguồn gốc của những gì bản đồ nói.',
                     'Where you are': 'Vị trí của bạn',
                     'Which way do customers go from channel to channel, and where can we not see them?': 'Khách hàng đi từ '
                                                                                                          'kênh này sang '
                                                                                                          'kênh khác thế '
                                                                                                          'nào, và ở đâu ta '
                                                                                                          'không thấy họ?',
                     'Who': 'Ai',
                     'Who could mend it': 'Ai có thể sửa',
                     'Who decides, when do they take part, what do they need, and what have we for them?': 'Ai quyết định, '
                                                                                                           'tham gia khi '
                                                                                                           'nào, cần gì, và '
                                                                                                           'ta có gì cho '
                                                                                                           'họ?',
                     'Who takes part in which step, and how they feel in the stage.': 'Ai tham gia bước nào, và cảm thấy '
                                                                                      'thế nào trong giai đoạn.',
                     'Why it decides': 'Vì sao mang tính quyết định',
                     'Why the customer is here': 'Vì sao khách hàng ở đây',
                     'Why this map': 'Vì sao có bản đồ này',
                     'Will feel': 'Cảm xúc sẽ có',
                     'Wording': 'Cách diễn đạt',
                     'Workshop': 'Hội thảo thực hành',
                     'Worst at “{step}” ({value}).': 'Tệ nhất tại “{step}” ({value}).',
                     'Worst moment elsewhere': 'Khoảnh khắc tệ nhất ở chỗ khác',
                     'Worth': 'Giá trị',
                     'Worth against feeling, drawn': 'Giá trị so với cảm xúc, bằng hình',
                     "Worth much to the customer and felt badly: these stand at the top of the drawing's bad side, and first in the table.": 'Rất '
                                                                                                                                             'có '
                                                                                                                                             'giá '
                                                                                                                                             'trị '
                                                                                                                                             'với '
                                                                                                                                             'khách '
                                                                                                                                             'hàng '
                                                                                                                                             'nhưng '
                                                                                                                                             'cảm '
                                                                                                                                             'xúc '
                                                                                                                                             'tệ: '
                                                                                                                                             'chúng '
                                                                                                                                             'nằm '
                                                                                                                                             'trên '
                                                                                                                                             'cùng '
                                                                                                                                             'phía '
                                                                                                                                             'xấu '
                                                                                                                                             'của '
                                                                                                                                             'hình '
                                                                                                                                             'và '
                                                                                                                                             'đứng '
                                                                                                                                             'đầu '
                                                                                                                                             'bảng.',
                     'Worth to the customer': 'Giá trị với khách hàng',
                     'Zero moment of truth': 'Khoảnh khắc sự thật số 0',
                     'a feeling of −{value}': 'một cảm xúc −{value}',
                     'a guess: {score} alike': 'phỏng đoán, độ giống nhau: {score}',
                     'a new journey': 'hành trình mới',
                     'a new journey: {title}': 'hành trình mới: {title}',
                     'a new stage: {title}': 'giai đoạn mới: {title}',
                     'a new step: {title}': 'bước mới: {title}',
                     'a new {field}: {title}': '{field} mới: {title}',
                     'a part of {old} is now a journey of its own: {new}': 'một phần của {old} nay là hành trình riêng: '
                                                                           '{new}',
                     'after': 'sau',
                     'after {step}': 'sau {step}',
                     'before': 'trước',
                     'behind its source': 'cũ hơn bản gốc',
                     'changed': 'đã thay đổi',
                     'day': 'ngày',
                     'everyone': 'mọi người',
                     'first': 'đầu tiên',
                     'for information': 'để biết',
                     'from {low} to {high}': 'từ {low} đến {high}',
                     'from {source} to {target}: {times}': 'từ {source} đến {target}: {times}',
                     'gone': 'không còn',
                     'high impact': 'ảnh hưởng lớn',
                     'in {stage}': 'trong {stage}',
                     'it crosses zero': 'vượt qua mức không',
                     'it falls by 40 % of the scale or more': 'giảm từ 40% thang đo trở lên',
                     'its id now names {step}': 'mã của nó nay chỉ {step}',
                     'look: {owner}': 'nhờ xem: {owner}',
                     'low impact': 'ảnh hưởng nhỏ',
                     'medium impact': 'ảnh hưởng vừa',
                     'month': 'tháng',
                     'moved': 'đã chuyển chỗ',
                     'moved here from {journey}': 'được chuyển đến đây từ {journey}',
                     'moved to {journey}': 'được chuyển sang {journey}',
                     'never': 'chưa bao giờ',
                     'new': 'mới',
                     'new stage': 'giai đoạn mới',
                     'new step': 'bước mới',
                     'no': 'không',
                     'no day': 'không có ngày',
                     'no journey comes to the touchpoint {title} any more': 'không còn hành trình nào đến điểm chạm {title}',
                     'no time given': 'chưa nêu thời gian',
                     'no way leads to the step {title} any more': 'không còn lối nào dẫn đến bước {title}',
                     'not in this journey': 'không có trong hành trình này',
                     'not written yet': 'chưa viết',
                     'nothing': 'không có gì',
                     'nothing yet': 'chưa có gì',
                     'of any kind': 'thuộc bất kỳ loại nào',
                     'only its wording': 'chỉ câu chữ',
                     'removed step': 'bước bị gỡ bỏ',
                     'reviewed again on {day}': 'được xem lại ngày {day}',
                     'steps and waits added up': 'tổng các bước và thời gian chờ',
                     'steps of the stage {old} are now a stage of their own: {new}': 'một số bước của giai đoạn {old} nay '
                                                                                     'là giai đoạn riêng: {new}',
                     'steps with one way on': 'bước chỉ có một lối đi tiếp',
                     'the id of the step {old} now names another one: {new}': 'mã của bước {old} nay chỉ một bước khác: '
                                                                              '{new}',
                     'the id of the step {title} was {old}, is now {new}': 'mã của bước {title} trước là {old}, nay là '
                                                                           '{new}',
                     'the journey {old} is now called {new}': 'hành trình {old} nay có tên là {new}',
                     'the journey {old} went into {new}': 'hành trình {old} đã gộp vào {new}',
                     'the journey {title} is gone': 'hành trình {title} không còn nữa',
                     'the journey {title} moved from {old} to {new}': 'hành trình {title} chuyển từ {old} sang {new}',
                     'the maps do not say': 'các bản đồ không nói',
                     'the pain {title} moved from {old} to {new}': 'điểm đau {title} chuyển từ {old} sang {new}',
                     'the same in {count} more journey': ['tương tự ở {count} hành trình khác'],
                     'the stage {old} is now called {new}': 'giai đoạn {old} nay có tên là {new}',
                     'the stage {old} went into the stage {new}': 'giai đoạn {old} đã gộp vào giai đoạn {new}',
                     'the stage {title} is gone': 'giai đoạn {title} không còn nữa',
                     'the stage {title} moved: it came {old}, comes now {new}': 'giai đoạn {title} được chuyển chỗ; vị trí '
                                                                                'trước: {old}, nay: {new}',
                     'the step below': 'bước bên dưới',
                     'the step {old} is now called {new}': 'bước {old} nay có tên là {new}',
                     'the step {old} was split: a part of it is now {new}': 'bước {old} đã được tách: một phần nay là {new}',
                     'the step {old} went into {new}': 'bước {old} đã gộp vào {new}',
                     'the step {title} is gone': 'bước {title} không còn nữa',
                     'the step {title} moved from the journey {old} to {new}': 'bước {title} được chuyển từ hành trình '
                                                                               '{old} sang {new}',
                     'the step {title} moved: it came {old}, comes now {new}': 'bước {title} được chuyển chỗ; vị trí trước: '
                                                                               '{old}, nay: {new}',
                     'the touchpoint {title} is used for the first time': 'điểm chạm {title} lần đầu được dùng',
                     'the way out': 'lối ra',
                     'the worst moment was {old}, is now {new}': 'khoảnh khắc tệ nhất trước là {old}, nay là {new}',
                     'the {field} {old} is now called {new}': '{field} {old} nay có tên là {new}',
                     'the {field} {title} is gone': '{field} {title} không còn nữa',
                     'this journey is gone': 'hành trình này không còn nữa',
                     'week': 'tuần',
                     'with it the step {steps}': ['cùng với bước {steps}'],
                     'with it the steps {steps} and {more} more': 'cùng với các bước {steps} và {more} bước nữa',
                     'with it {things}': 'cùng với {things}',
                     'without a weight': 'không có mức độ',
                     'yes': 'có',
                     '{backed} of {claims}': '{backed} trên {claims}',
                     '{backed} of {claims} claims backed': '{backed}/{claims} nhận định có bằng chứng',
                     '{change}, before: {old}': '{change}, trước đây: {old}',
                     '{code} {title}: value {value}, effort {effort}': '{code} {title}: giá trị {value}, công sức {effort}',
                     '{count}': '{count}',
                     '{count} action': ['{count} hành động'],
                     '{count} change was accepted before': ['{count} thay đổi đã được chấp nhận trước đó'],
                     '{count} changed': ['{count} đã thay đổi'],
                     '{count} claim without evidence': ['{count} nhận định chưa có bằng chứng'],
                     '{count} day': ['{count} ngày'],
                     '{count} delight': ['{count} niềm vui'],
                     '{count} file changed, no change in meaning': ['{count} tệp thay đổi, ý nghĩa không đổi'],
                     '{count} hour': ['{count} giờ'],
                     '{count} journey': ['{count} hành trình'],
                     '{count} minute': ['{count} phút'],
                     '{count} moment of truth': ['{count} khoảnh khắc sự thật'],
                     '{count} month': ['{count} tháng'],
                     '{count} more': '{count} mục khác',
                     '{count} of them': ['{count} trong số đó'],
                     '{count} of {total} shown': 'hiển thị {count} trên {total}',
                     '{count} pain': ['{count} điểm đau'],
                     '{count} person': ['{count} người'],
                     '{count} reading': ['{count} số đo'],
                     '{count} second': ['{count} giây'],
                     '{count} severe': ['{count} nghiêm trọng'],
                     '{count} step': ['{count} bước'],
                     '{count} step stays as it is.': ['{count} bước giữ nguyên.'],
                     '{count} touchpoint': ['{count} điểm chạm'],
                     '{count} touchpoint not measured': ['{count} điểm chạm không được đo lường'],
                     '{count} ways back for each step': '{count} lối quay lại cho mỗi bước',
                     '{count} week': ['{count} tuần'],
                     '{count} year': ['{count} năm'],
                     '{day}': '{day}',
                     '{fact}: id': '{fact}: mã',
                     '{fact}: marks': '{fact}: dấu',
                     '{lane} is now row {count} of {total}': '{lane}: nay là hàng {count} trên {total}',
                     '{low} to {high}': '{low} đến {high}',
                     '{old} → {new}': '{old} → {new}',
                     '{path}, line {line}: {reason}': '{path}, dòng {line}: {reason}',
                     '{share} of the steps just lead on': '{share} số bước chỉ dẫn tiếp',
                     '{share} offline': '{share} ngoại tuyến',
                     '{shown} of {total} shown': 'Hiển thị {shown}/{total}',
                     '{steps} in {journeys}': '{steps} trong {journeys}',
                     '{steps}, {people}': '{steps}, {people}',
                     '{step}: {old} → {new}': '{step}: {old} → {new}',
                     '{title} is no longer a moment of truth: {old}': '{title} không còn là khoảnh khắc sự thật: {old}',
                     '{title} is now a moment of truth: {new}': '{title} nay là khoảnh khắc sự thật: {new}',
                     '{title} is now owned by {new}': '{title} nay do {new} phụ trách',
                     '{title} no longer rests on {old}': '{title} không còn dựa vào {old}',
                     '{title} now rests on {new} too': '{title} nay dựa cả vào {new}',
                     '{title} was edited, and is still marked approved': '{title} đã bị sửa mà vẫn được ghi là đã duyệt',
                     '{title}: a feeling is noted, {new}': '{title}: ghi nhận cảm xúc, {new}',
                     '{title}: a new delight, {new}': '{title}: điểm thích thú mới, {new}',
                     '{title}: a new pain, {new}': '{title}: điểm đau mới, {new}',
                     '{title}: a pain was {old}, is now {new}': '{title}: một điểm đau trước là {old}, nay là {new}',
                     '{title}: it went back to {old}, goes now to {new}': '{title}: trước quay lại {old}, nay quay lại '
                                                                          '{new}',
                     '{title}: it went on to {old}, goes now to {new}': '{title}: trước đi tiếp đến {old}, nay đến {new}',
                     '{title}: reviewed on {new}': '{title}: rà soát ngày {new}',
                     '{title}: the customer met {old}, meets now {new}': '{title}: khách hàng trước gặp {old}, nay gặp '
                                                                         '{new}',
                     '{title}: the delight {old} is gone': '{title}: điểm thích thú {old} không còn',
                     '{title}: the feeling went from {old} to {new}': '{title}: cảm xúc đổi từ {old} sang {new}',
                     '{title}: the feeling {old} is no longer noted': '{title}: cảm xúc {old} không còn được ghi',
                     '{title}: the owner was {old}, is now {new}': '{title}: người phụ trách trước là {old}, nay là {new}',
                     '{title}: the pain {old} is gone': '{title}: điểm đau {old} không còn',
                     '{title}: the pain {old} is gone, and neither an opportunity nor new evidence says why': '{title}: '
                                                                                                              'điểm đau '
                                                                                                              '{old} không '
                                                                                                              'còn, mà '
                                                                                                              'không có cơ '
                                                                                                              'hội hay bằng '
                                                                                                              'chứng mới '
                                                                                                              'nào nói vì '
                                                                                                              'sao',
                     '{title}: the present value of {metric} was {old}, is now {new}': '{title}: giá trị hiện tại của '
                                                                                       '{metric} trước là {old}, nay là '
                                                                                       '{new}',
                     '{title}: the status was {old}, is now {new}': '{title}: trạng thái trước là {old}, nay là {new}',
                     '{title}: the target of {metric} was {old}, is now {new}': '{title}: mục tiêu của {metric} trước là '
                                                                                '{old}, nay là {new}',
                     '{title}: {new} is now watched': '{title}: {new} nay được theo dõi',
                     '{title}: {old} is no longer watched': '{title}: {old} không còn được theo dõi',
                     '{title}: {old} owned it, now nobody does': '{title}: trước do {old} phụ trách, nay không ai phụ trách',
                     '{title}: “{field}” no longer says {old}': '{title}: “{field}” không còn ghi {old}',
                     '{title}: “{field}” said {old}, says now {new}': '{title}: “{field}” trước ghi {old}, nay ghi {new}',
                     '{title}: “{field}” says {new} too': '{title}: “{field}” nay ghi thêm {new}',
                     '{title}: “{field}” was reworded': '{title}: “{field}” được diễn đạt lại',
                     '{value} of 5': '{value}/5',
                     '{value} on average': 'trung bình {value}',
                     '“{field}” in site.yaml was changed': '“{field}” trong site.yaml đã thay đổi'},
        'minus': '−',
        'months': ['tháng 1',
                   'tháng 2',
                   'tháng 3',
                   'tháng 4',
                   'tháng 5',
                   'tháng 6',
                   'tháng 7',
                   'tháng 8',
                   'tháng 9',
                   'tháng 10',
                   'tháng 11',
                   'tháng 12'],
        'percent': '{n}%',
        'plural': '0'}}
