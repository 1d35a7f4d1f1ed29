using Gradus.Rules;

namespace Gradus.WorkingAbroad;

/// <summary>The prices of which the cost of a way is the sum.</summary>
public sealed record AbroadPrices
{
    /// <summary>Opening an account for credential verification and proving who you are (EPIC, now MyIntealth).</summary>
    public required Figure UkVerificationAccountFee { get; init; }

    /// <summary>Opening an EPIC portfolio in that account.</summary>
    public required Figure UkVerificationPortfolioFee { get; init; }

    /// <summary>Verifying one credential (EPIC, now MyIntealth).</summary>
    public required Figure UkVerificationCredentialFee { get; init; }

    /// <summary>An ACRO police certificate.</summary>
    public required Figure UkPoliceCertificateFee { get; init; }

    /// <summary>Applying for provisional general registration as a UK or Irish graduate with an internship there, with 15% GST.</summary>
    public required Figure NewZealandRegistrationFee { get; init; }

    /// <summary>Applying for provisional general registration as a United Kingdom general registrant, with 15% GST.</summary>
    public required Figure NewZealandGeneralRegistrantFee { get; init; }

    /// <summary>Applying for provisional general registration through a comparable health system, with 15% GST.</summary>
    public required Figure NewZealandComparableSystemFee { get; init; }

    /// <summary>Applying for provisional general registration after NZREX, with 15% GST.</summary>
    public required Figure NewZealandExamFee { get; init; }

    /// <summary>The annual practising certificate, with its levy and 15% GST.</summary>
    public required Figure NewZealandPractisingCertificateFee { get; init; }

    /// <summary>Applying for vocational registration with an approved qualification when not already general, with 15% GST.</summary>
    public required Figure NewZealandVocationalFee { get; init; }

    /// <summary>Applying for provisional vocational registration as a specialist from elsewhere (VOC3).</summary>
    public required Figure NewZealandVocationalAssessmentFee { get; init; }

    /// <summary>The Accredited Employer Work Visa.</summary>
    public required Figure NewZealandWorkVisaFee { get; init; }

    /// <summary>The Straight to Residence visa.</summary>
    public required Figure NewZealandResidenceFee { get; init; }

    /// <summary>The AMC portfolio with one qualification.</summary>
    public required Figure AustraliaPortfolioFee { get; init; }

    /// <summary>Each further qualification in the AMC portfolio.</summary>
    public required Figure AustraliaExtraQualificationFee { get; init; }

    /// <summary>The AMC certificate for the Competent Authority pathway.</summary>
    public required Figure AustraliaPathwayCertificateFee { get; init; }

    /// <summary>The AMC computer adaptive MCQ examination, for the Standard pathway.</summary>
    public required Figure AustraliaMcqExamFee { get; init; }

    /// <summary>The AMC clinical examination, for the Standard pathway.</summary>
    public required Figure AustraliaClinicalExamFee { get; init; }

    /// <summary>A year’s general or specialist registration, outside New South Wales.</summary>
    public required Figure AustraliaRegistrationFee { get; init; }

    /// <summary>A year’s general or specialist registration, in New South Wales.</summary>
    public required Figure AustraliaRegistrationFeeNsw { get; init; }

    /// <summary>Applying for provisional registration as an international graduate.</summary>
    public required Figure AustraliaProvisionalApplicationFee { get; init; }

    /// <summary>Applying for general or specialist registration.</summary>
    public required Figure AustraliaSpecialistApplicationFee { get; init; }

    /// <summary>Skills in Demand visa (subclass 482), main applicant.</summary>
    public required Figure AustraliaWorkVisaFee { get; init; }

    /// <summary>Skills in Demand visa (subclass 482), each child.</summary>
    public required Figure AustraliaWorkVisaChildFee { get; init; }

    /// <summary>Employer-nominated permanent visa (subclass 186), main applicant.</summary>
    public required Figure AustraliaPermanentVisaFee { get; init; }

    /// <summary>Employer-nominated permanent visa (subclass 186), second adult.</summary>
    public required Figure AustraliaPermanentVisaAdultFee { get; init; }

    /// <summary>Employer-nominated permanent visa (subclass 186), each child.</summary>
    public required Figure AustraliaPermanentVisaChildFee { get; init; }

    /// <summary>Skilled employer-sponsored regional visa (subclass 494), main applicant.</summary>
    public required Figure AustraliaRegionalVisaFee { get; init; }

    /// <summary>Skilled employer-sponsored regional visa (subclass 494), each further adult.</summary>
    public required Figure AustraliaRegionalVisaAdultFee { get; init; }

    /// <summary>Skilled employer-sponsored regional visa (subclass 494), each child.</summary>
    public required Figure AustraliaRegionalVisaChildFee { get; init; }

    /// <summary>Training visa (subclass 407), main applicant.</summary>
    public required Figure AustraliaTrainingVisaFee { get; init; }

    /// <summary>Training visa (subclass 407), each further adult.</summary>
    public required Figure AustraliaTrainingVisaAdultFee { get; init; }

    /// <summary>Training visa (subclass 407), each child.</summary>
    public required Figure AustraliaTrainingVisaChildFee { get; init; }

    /// <summary>Temporary short stay work visa (subclass 400), main applicant.</summary>
    public required Figure AustraliaShortStayVisaFee { get; init; }

    /// <summary>Temporary short stay work visa (subclass 400), each further adult.</summary>
    public required Figure AustraliaShortStayVisaAdultFee { get; init; }

    /// <summary>Temporary short stay work visa (subclass 400), each child.</summary>
    public required Figure AustraliaShortStayVisaChildFee { get; init; }

    /// <summary>Applying to the College of Family Physicians for certification without examination.</summary>
    public required Figure CanadaCcfpApplicationFee { get; init; }

    /// <summary>The certification itself (CCFP), without examination.</summary>
    public required Figure CanadaCcfpCertificationFee { get; init; }

    /// <summary>A physiciansapply.ca account.</summary>
    public required Figure CanadaAccountFee { get; init; }

    /// <summary>Verifying one credential through physiciansapply.ca.</summary>
    public required Figure CanadaVerificationFee { get; init; }

    /// <summary>Sending your physiciansapply.ca file on.</summary>
    public required Figure CanadaTransferFee { get; init; }

    /// <summary>The MCCQE, called MCCQE Part I until April 2026.</summary>
    public required Figure CanadaMccqeFee { get; init; }

    /// <summary>The NAC Examination.</summary>
    public required Figure CanadaNacFee { get; init; }

    /// <summary>The Royal College’s assessment of your training.</summary>
    public required Figure CanadaRoyalCollegeFee { get; init; }

    /// <summary>Registration with a provincial College.</summary>
    public required Figure CanadaProvincialFee { get; init; }

    /// <summary>USMLE Step 1, before the surcharge for sitting it abroad.</summary>
    public required Figure UsaStep1Fee { get; init; }

    /// <summary>USMLE Step 2 CK, before the surcharge for sitting it abroad.</summary>
    public required Figure UsaStep2Fee { get; init; }

    /// <summary>USMLE Step 3.</summary>
    public required Figure UsaStep3Fee { get; init; }

    /// <summary>The application for ECFMG Certification.</summary>
    public required Figure UsaCertificationFee { get; init; }

    /// <summary>The ECFMG Pathway application.</summary>
    public required Figure UsaPathwayFee { get; init; }

    /// <summary>OET Medicine.</summary>
    public required Figure UsaOetFee { get; init; }

    /// <summary>Sending USMLE transcripts through ERAS, once a season.</summary>
    public required Figure UsaTranscriptFee { get; init; }

    /// <summary>ERAS, each programme among the first 30 in a specialty.</summary>
    public required Figure UsaApplicationFeeFirst { get; init; }

    /// <summary>ERAS, each programme from the 31st in a specialty.</summary>
    public required Figure UsaApplicationFeeMore { get; init; }

    /// <summary>Registering with the NRMP.</summary>
    public required Figure UsaMatchFee { get; init; }

    /// <summary>A year’s provisional registration, paid with the application.</summary>
    public required Figure AustraliaProvisionalRegistrationFee { get; init; }

    /// <summary>A year’s provisional registration in New South Wales, paid with the application.</summary>
    public required Figure AustraliaProvisionalRegistrationFeeNsw { get; init; }

    /// <summary>The tax (GST) in the fees of the Medical Council.</summary>
    public required Figure NewZealandTax { get; init; }

    /// <summary>Applying for limited registration.</summary>
    public required Figure AustraliaLimitedApplicationFee { get; init; }

    /// <summary>Verifying one document for ECFMG Certification.</summary>
    public required Figure UsaDocumentFee { get; init; }

    /// <summary>What Step 1 costs more outside the USA and Canada.</summary>
    public required Figure UsaStep1Surcharge { get; init; }

    /// <summary>What Step 2 CK costs more outside the USA and Canada.</summary>
    public required Figure UsaStep2Surcharge { get; init; }

    /// <summary>The token with which a doctor from abroad opens ERAS.</summary>
    public required Figure UsaApplicationToken { get; init; }

    /// <summary>Programmes in one specialty up to which ERAS charges the lower price for each.</summary>
    public required Figure UsaApplicationTier { get; init; }
}
