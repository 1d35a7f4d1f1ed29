// Handovers written by hand and not looked at while the rules of rehearsal.js were written: a good one, a vague one, one that says the opposite, and a good one of somebody else.
export const notes = {
  "pneumonia-night": {
    good: "Ashdown in bed 12, 71-year-old lady, is properly sick. Known pneumonia, her oxygen requirement has tripled, oxygen up from 2 to 6 litres since this afternoon and her NEWS is 7. She's penicillin allergic. For full escalation. Can you please repeat her blood gas at 10pm and look at the lactate. If her BP drops or NEWS goes above 7, ring the med reg. Read-back: OK, so she's sick, I'll do a gas at 10pm, and if the pressure falls I phone the med reg, correct?",
    vague: "The lady with the chest infection isn't great. Please chase her bloods and keep an eye on her tonight. Call someone if worried.",
    negated: "Mrs Ashdown, 71, bed 12, isn't unwell. She doesn't have pneumonia and isn't penicillin allergic. No need to repeat the gas at 22:00. Don't call the registrar if her pressure falls. Read-back: so she is stable, and I won't do the gas at 22:00.",
    wrong: "Mr Pettifer, 84, bed 9, is unwell now. Pneumonia with oxygen up to six litres, NEWS 7, penicillin allergy. Repeat gas at 22:00, you. If the pressure falls call the registrar. Read-back: unwell, gas at 22:00, if pressure falls call the registrar, correct?",
  },
  "bleed-nights": {
    good: "Watch this one: Mr Oakeshott, bed 3, 58 years old, came in with melaena. Hb dropped to 78 and he's had one unit. Scope tomorrow at 8am so he's NBM from midnight, the nurses know. Warfarin has been reversed. You need to do an Hb at 11pm. Should he have fresh blood or get tachycardic, call the med reg and the endoscopist. Read-back: So he's one to watch, Hb at 11pm from me, if he rebleeds I call the reg. Is that right?",
    vague: "Oakeshott is the bleeder. Bit anaemic. Needs his bloods following up and the usual. Should be OK.",
    negated: "Mr Oakeshott bed 3, 58. Not a watcher. He hasn't got a GI bleed and warfarin was never stopped. Haemoglobin at 23:00 is not needed. If he bleeds again don't call the registrar.",
    wrong: "Mrs Farrant, bed 6, watcher, upper GI bleed, haemoglobin 78, one unit given, warfarin stopped, endoscopy 08:00. Repeat Hb 23:00, you. If she bleeds again call the registrar.",
  },
  "bowel-surgery": {
    good: "Mrs Thornley, bed 21, a watcher. She's 66, post op day one from a right hemicolectomy. I'm worried about a leak: the drain has gone cloudy, heart rate 104, CRP up to 180 and poor urine output. Please check her urine output at nine o'clock, and you'll need to send bloods at 6am. If her pain gets worse or she becomes peritonitic then call the surgical reg and get a CT. Read-back: Thornley, watcher, check urine at nine, if her pain gets worse call the reg for CT. Anything else?",
    vague: "Post-op lady in 21. Drain looks a bit funny. Someone should review her later and do bloods in the morning I think.",
    negated: "Thornley, 66, bed 21. Stable. No hemicolectomy was done. The drain is not cloudy. Do not check the urine at 21:00. Bloods at 06:00 have been cancelled. If the pain spreads there's no need to call the registrar.",
    wrong: "Mr Yarwood in bed 23, a watcher, day one right hemicolectomy, drain now cloudy, CRP 180, low urine output. Urine at 21:00, you. Bloods 06:00, you. If pain spreads call the registrar for a CT.",
  },
  "hip-fracture": {
    good: "Mr Wolstenholme is stable. He's 83, bed 8 on ward 11, fractured neck of femur, theatre moved to tomorrow afternoon as he had his apixaban this morning, none to be given tonight. He's newly confused. Two jobs for you: ECG before midnight, and pass a catheter this evening. If he becomes drowsy or more agitated, check his glucose and call the registrar. Read-back: stable, I do an ECG by midnight, if more agitated I check glucose and call. Is that everything? Correct?",
    vague: "The old chap with the hip. A bit muddled. Theatre at some point. Could you do his ECG sometime.",
    negated: "Wolstenholme bed 8 aged 83. He doesn't have a hip fracture. Not confused. Never had apixaban. ECG isn't needed. Do not catheterise tonight. If drowsy do not call the registrar.",
    wrong: "Mrs Dunmore, bed 7, stable, hip fracture, theatre tomorrow afternoon, apixaban this morning, newly confused. ECG before midnight, you. Catheter tonight, you. If more drowsy call the registrar.",
  },
  "bronchiolitis": {
    good: "Cubicle 6: Baby Merriman, 4-month-old ex-31-weeker, watcher. Day 3 bronchiolitis. She's now in oxygen, half a litre, on NG feeds, and there's been one pause in breathing. Gas due at 10pm for you to do. If there's another pause or she needs over two litres, start high flow and let the registrar know. Read-back: Merriman, watcher; gas at 10pm; if another pause, high flow and registrar. Correct?",
    vague: "Baby with bronch, same as yesterday more or less. Feeding a bit less. Gas at some point.",
    negated: "Baby Merriman, cubicle 6, 4 months old. Not a watcher. This isn't bronchiolitis. No oxygen, no pause in breathing. Don't do the gas at 22:00. If she pauses again don't start high flow.",
    wrong: "Stanier in cubicle 8 is a watcher: bronchiolitis day three, half a litre of oxygen, NG feeds, born at 31 weeks, one pause. Gas at 22:00, you. If she pauses again, high flow and the registrar.",
  },
  "diabetic-ketoacidosis": {
    good: "Sickest first. Rowbotham, HDU bed 2, is an 11 year old boy with new DKA on insulin and fluids, unwell. Last pH 7.18. His potassium has fallen to 3.2 and he now has a headache. You need to recheck potassium and gas at 9pm; hourly neuro obs with the nurse. If he gets drowsy or the headache gets worse, assume cerebral oedema and phone the consultant straight away. Read-back: Unwell DKA, potassium at 9pm, if drowsy then consultant. Is that right?",
    vague: "The diabetic boy is getting better I think. Bloods due. Parents are nice.",
    negated: "Master Rowbotham, 11, bed 2. Not unwell. He doesn't have DKA. No headache. Potassium at 21:00 not required. If drowsy, don't call the consultant.",
    wrong: "Kettle, bed 1, is unwell with DKA, insulin running, pH 7.18, potassium 3.2 and a headache. Potassium and gas at 21:00, you. Hourly neuro obs, nurse. If drowsy call the consultant for cerebral oedema.",
  },
  "pre-eclampsia": {
    good: "Fairbrother, bed 5, 33, primip at 37 weeks with pre-eclampsia. Please treat as a watcher: platelets dropped to 118 and she has a headache. Induction brought forward to tonight. You're to take bloods at 10pm and the midwife is doing hourly blood pressures. If BP hits 160 systolic or the headache gets worse call the obs reg for magnesium. Read-back: watcher, bloods at 10pm, call reg if 160. Correct?",
    vague: "PET lady on antenatal. BP's a bit up. Induction whenever. Bloods later please.",
    negated: "Ms Fairbrother bed 5, 33. Stable. She does not have pre-eclampsia and has no headache. Induction is not tonight. Do not send bloods at 22:00. If the pressure is 160 don't call the registrar.",
    wrong: "Ms Tregear, bed 2, watcher, pre-eclampsia, platelets 118, headache, induction tonight. Bloods at 22:00, you. BP hourly, midwife. If 160 call the registrar about magnesium.",
  },
  "early-pregnancy-pain": {
    good: "One to watch on gynae: Miss Underhay, bed 4, 27, seven weeks, query ectopic. Her pain was worse this evening for ten minutes. Scan in the morning at nine, NBM until then. You need to send a second group and save now and an FBC at 11pm. If she faints or the pain comes back ring the gynae reg, she'll need theatre. Read-back: watch, FBC at 11pm, if pain returns ring reg. Is that right?",
    vague: "Girl in bed 4 with tummy pain. Early pregnancy. Scan tomorrow. Fine at the moment, shout if anything.",
    negated: "Underhay, bed 4, 27. Not a watcher. This isn't an ectopic. No pain this evening. The scan in the morning has been cancelled. No second group and save. Haemoglobin at 23:00 not needed. If she collapses don't call the registrar.",
    wrong: "Mrs Vickery, bed 1, watcher, seven weeks, query ectopic, pain worse this evening, scan at 09:00, NBM. Group and save now, you. Hb 23:00, you. If she collapses call the registrar for theatre.",
  },
  "psychiatry-ward": {
    good: "Greatorex in room 9, 24, needs watching: watcher. Psychotic depression. He tied a ligature at lunchtime, unhurt, and he's on one-to-one. He's been detained under 5(2) since quarter past three. The MHA assessment is at 8pm, you need to be there. Nurse to do physical obs hourly. If he tries to abscond or is drowsy after the lorazepam call the duty doctor. Read-back: watcher, assessment at 8pm, if drowsy or trying to abscond call the duty doctor. Correct?",
    vague: "Guy in 9 had a bad day. He's being watched. Someone's coming later about him.",
    negated: "Mr Greatorex, room 9, 24, stable. No psychosis. There was no ligature. He is not on one-to-one and not detained, he's informal. Don't go to the assessment at 20:00. If drowsy no need to call the duty doctor.",
    wrong: "Mr Sillitoe in room 6, watcher, psychosis, ligature today, one-to-one, held under 5(2). Assessment at 20:00, you. Obs hourly, nurse. If drowsy call the duty doctor.",
  },
  "emergency-chest-pain": {
    good: "Majors, cubicle 14, Inchbald, 62, watcher. Chest pain since three o'clock. Dynamic ECG: new T wave inversion. Aspirin given and cardiology are aware. Second trop for you at quarter past eight, 20:15. The nurse will repeat the ECG with any pain. If pain returns call cardiology. Read-back: watcher, trop at 20:15, if pain again I call cardiology, yes?",
    vague: "Chest pain in 14, waiting on a trop. Probably fine, home if negative.",
    negated: "Mrs Inchbald, cubicle 14, 62. Stable. No chest pain. No ECG changes. Aspirin not given, cardiology not told. Troponin at 20:15 is not needed. If pain returns don't call cardiology.",
    wrong: "Mr Pargeter in cubicle 11 is a watcher. Chest pain, T-wave inversion, aspirin given, cardiology told. Troponin at 20:15, you. ECG with any pain, nurse. If pain returns call cardiology.",
  },
  "gp-out-of-hours": {
    good: "Mr Pennington at 3 Example Close, 79, COPD and heart failure. He's a watcher: more confused today and breathing faster, and nobody has seen him, visit not made. He has a DNACPR and wants to stay at home. Anticipatory meds are in the house. Please could you visit before 9pm. If he's distressed or gets worse use the just in case meds and ring palliative care. Read-back: watcher, I visit before 9pm, if distressed just in case meds and palliative line. Correct?",
    vague: "Old chap with a cough needs a visit at some stage. He's been before. Wife's worried.",
    negated: "Pennington, 3 Example Close, 79. Not a watcher. No COPD or heart failure. He isn't muddled. He is for full resuscitation. Don't visit before 21:00. If breathless don't use just-in-case medicines.",
    wrong: "Mrs Scarisbrick is a watcher, COPD and heart failure, muddled, DNACPR, anticipatory meds in the house, not visited. Visit by 21:00, you. If distressed use just in case meds and palliative line.",
  },
  "sepsis-surgery-night": {
    good: "Mrs Delacourt, SAU bed 6, 49. Very unwell. Infected obstructed kidney from a stone: septic with BP 92/50 and lactate 4.2. Antibiotics in at 18:40. Nephrostomy with the radiologist at half eight. Lactate at 8pm for you please. Urology reg to get consent before 20:30. If her BP stays below 90 or the lactate goes up, call critical care. Read-back: unwell, lactate at 8pm, if bp below 90 I call ITU. Is that right?",
    vague: "Stone lady had a temperature. Antibiotics on. Radiology may do something. Check on her.",
    negated: "Delacourt, bed 6, 49. Stable. No sepsis. Antibiotics were not given. No nephrostomy is planned. Don't repeat the lactate at 20:00. No consent needed before 20:30. If the pressure stays under 90 don't call critical care.",
    wrong: "Mr Haverstock, bed 4, unwell now, infected kidney stone, septic, lactate 4.2, antibiotics given, nephrostomy 20:30. Lactate 20:00, you. Consent before 20:30, urology reg. If BP below 90 call critical care.",
  },
  "alcohol-withdrawal": {
    good: "Swinburn, bed 17 on ward 2, 45. Looks settled but he's a watcher. Alcohol withdrawal, CIWA 18 from 9, hallucinating now, previous withdrawal seizure, magnesium being replaced. Nurse to score him at 9pm. If he has a seizure or scores over 20 give lorazepam and call the med reg. Read-back: watcher, score at 9pm, if he fits lorazepam and reg. Correct?",
    vague: "Withdrawal chap. On the usual. A bit shaky, home tomorrow hopefully.",
    negated: "Mr Swinburn, bed 17, 45. Stable. Not alcohol withdrawal. Not hearing voices. No previous fit. Score at 21:00 is not needed. If he fits don't call the registrar.",
    wrong: "Mr Lathom, bed 16, is a watcher: alcohol withdrawal, score 18, hearing voices, previous fit, magnesium low. Score at 21:00, nurse. If he fits call the registrar.",
  },
};

// A second set, by another hand and after the rules had been written. All ranked; two good ones first had 14.5 and 16, until “needs watching”, “summary back” and “drops her pressure” were known.
export const later = {
  "pneumonia-night": {
    good: "Sickest is Mrs Ashdown in bed 12, ward 4, seventy-one. She's deteriorating: right basal pneumonia, was on 2 litres, now needs 6 litres. NEWS has climbed from 4 to 7. Allergic to penicillin, full active treatment including ITU. Job for you at 2200: repeat ABG. If she drops her BP or NEWS over 7 please get the medical registrar to the bedside. Summary back: she's really unwell, ABG at ten for me, reg if BP drops, have I got that right?",
    vague: "Bed 12 has a chest infection, had some fluids, bit more oxygen. Keep half an eye on her. Gas later maybe.",
    negated: "Mrs Ashdown bed 12 is well now. Pneumonia was excluded. She has no allergies. Oxygen has not gone up. The gas at 22:00 has been cancelled. If pressure falls there is no need to ring the registrar.",
    wrong: "Miss Loxley, bed 14: unwell now, pneumonia, six litres of oxygen, NEWS 7, penicillin allergy, full escalation. Repeat gas 22:00, you. If pressure drops call med reg.",
  },
  "bowel-surgery": {
    good: "Thornley, 66, bed 21 on ward 9. Needs watching. Yesterday's right hemi - first day post op, hemicolectomy. Cloudy fluid in her drain since lunchtime, HR 104 and CRP doubled to 180. Passing only 25 ml urine an hour despite a bolus. You to check urine output again at nine tonight, and you take bloods at six in the morning. If she becomes peritonitic or tachycardic over 120, registrar for a CT, possible anastomotic leak. Read back: watcher, urine at 21:00, bloods at 06:00, worse means registrar and CT, correct?",
    vague: "Thornley post op, drain, urine a bit low. Bloods in the morning. Call if any problems.",
    negated: "Mrs Thornley, bed 21, 66: not a watcher, she is stable. The drain is clear, not cloudy. Urine does not need checking at 21:00. No bloods at 06:00. If pain spreads don't call anyone.",
    wrong: "Mrs Capstick, bed 22, watcher, right hemicolectomy day one, drain cloudy, CRP 180, low urine. Urine at 21:00 you, bloods 06:00 you. If pain spreads registrar for CT.",
  },
  "bronchiolitis": {
    good: "Cubicle 6, Merriman, 4 month old girl, one to keep a close eye on, a watcher. Ex-prem, 31 weeks, day 3 of bronchiolitis, started oxygen at midday, half a litre. Now NG fed. Had a single six second apnoea. You need to do a cap gas at ten pm. If further apnoeas or oxygen above 2 litres: high flow and ring the paeds reg. Read back: watcher, gas 22:00, apnoea means high flow and reg. Is that right?",
    vague: "Baby in 6, bronchiolitis. Some oxygen. Nurses will tell you if anything changes.",
    negated: "Baby Merriman, 4 months, cubicle 6, stable and not a watcher. No oxygen needed. She has had no pauses. Gas at 22:00 not required. If she pauses again, do not start high flow.",
    wrong: "Hallowell, cubicle 4, watcher, bronchiolitis day 3, half a litre oxygen, NG feeds, 31 weeks, one pause. Gas 22:00, you. If pauses again high flow and registrar.",
  },
  "psychiatry-ward": {
    good: "Mr Greatorex, 24, Maple room 9. Watcher. Psychotic depression. Tied a ligature at half twelve, no injury, on 1:1 since. He is on a 5(2) from 15:20. You attend the MHA assessment at 8pm. Nurse doing hourly physical obs till 20:00 after lorazepam. If he's drowsy or tries to abscond, nurse in charge and bleep duty doctor. Read-back: watcher, assessment at 20:00 for me, obs hourly nurse, if he tries to leave nurse in charge. OK?",
    vague: "Lad in room 9 is low. Someone coming to assess him. Keep an eye.",
    negated: "Mr Greatorex room 9, 24, is not a watcher. No psychosis, there was no ligature, he's informal and free to leave. No assessment at 20:00. Observations not needed. If he leaves don't call anyone.",
    wrong: "Mr Sillitoe, room 6, watcher: psychosis, ligature, one-to-one, 5(2) since 15:20. Assessment 20:00 you. Hourly obs nurse. If tries to leave nurse in charge.",
  },
  "gp-out-of-hours": {
    good: "Mr Pennington, 79, 3 Example Close. A watcher. Background COPD and heart failure, five days of cough, today newly confused and tachypnoeic. DNACPR in place, wants to stay at home. Just in case meds are in the house. He hasn't been seen yet because the car was away. You visit by 9pm. If he gets distressed, use anticipatory meds and call the palliative line. Read back: watcher, I visit before 21:00, if distressed just-in-case meds and palliative line. Correct?",
    vague: "Old man with cough at Example Close, wife worried. Pop in if you can.",
    negated: "Mr Pennington, 79, 3 Example Close, not a watcher. No COPD. He is for full resuscitation. The visit before 21:00 is not needed, he was visited already. If breathless don't use just-in-case medicines.",
    wrong: "Mrs Scarisbrick: watcher, COPD and heart failure, newly muddled, DNACPR, just in case meds there, not visited. Visit before 21:00, you. If breathless palliative line.",
  },
};
