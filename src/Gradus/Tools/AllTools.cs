using Gradus.Appraisal;
using Gradus.ChangingSpecialty;
using Gradus.CodeOfPractice;
using Gradus.FoundationApplications;
using Gradus.GpPartnership;
using Gradus.GpRetention;
using Gradus.GpWorkforce;
using Gradus.Handover;
using Gradus.Induction;
using Gradus.LessThanFullTime;
using Gradus.ReturnToPractice;
using Gradus.Revalidation;
using Gradus.SasCharter;
using Gradus.Shadowing;
using Gradus.SpecialtyApplications;
using Gradus.SpecialtyExplorer;
using Gradus.VolunteeringAbroad;
using Gradus.WorkingAbroad;

namespace Gradus.Tools;

/// <summary>Every tool, by name in one list: search, rooms, the map of the site, the API and the command line know of no other.</summary>
public static class AllTools
{
    /// <summary>The tools, by room in the order in which the hub lists the rooms.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        .. FoundationApplicationsTools.All,
        new ToolPage
        {
            Room = "foundation-applications",
            Key = "how-allocation-works",
            Question = "How does the foundation school allocation work?",
            Name = "The two passes, step by step",
            Words = "The Preference Informed Allocation, with four people and their places to step through.",
            SearchedAs = "PIA, random rank, first choices, second pass, worked example",
            Kind = ToolKind.Compare,
            Minutes = 3,
        },
        new ToolPage
        {
            Room = "foundation-applications",
            Key = "programmes",
            Question = "In which order should I rank hundreds of programmes?",
            Name = "Programme ranker",
            Words = "Bring the list of programmes, score it by what matters to you, order it by hand and take your order away.",
            SearchedAs = "preferencing on Oriel, import, CSV, Excel, public listing, specialty, site, employer, travel, saved in the browser, exported",
            Kind = ToolKind.Write,
            Minutes = 30,
            IsPersonal = true,
            Next = "/foundation-applications/chances",
        },
        .. ShadowingTools.All,
        .. InductionTools.All,
        .. SpecialtyExplorerTools.All,
        new ToolPage
        {
            Room = "specialty-explorer",
            Key = "why-undecided",
            Question = "Why can’t I decide on a specialty?",
            Name = "What stands in the way",
            Words = "Fourteen statements about what stands in the way of choosing a specialty, and the conversation to have next.",
            SearchedAs = "information, conflict, pressure, exams, odds, tiredness",
            Kind = ToolKind.Check,
            Minutes = 3,
        },
        new ToolPage
        {
            Room = "specialty-explorer",
            Key = "specialties",
            Question = "What is each specialty like, and how long does it take?",
            Name = "The specialties, one by one",
            Words = "Every specialty in which a doctor can train in the UK, by group, way in, run-through, years and competition.",
            Kind = ToolKind.Compare,
            Minutes = 2,
        },
        new ToolPage
        {
            Room = "specialty-explorer",
            Key = "competition",
            Question = "How hard is it to get into each specialty?",
            Name = "Competition ratios",
            Words = "Competition ratios: applications for each post by programme and year, with the break of 2026.",
            Kind = ToolKind.Compare,
            Minutes = 2,
        },
        .. SpecialtyApplicationsTools.All,
        .. ChangingSpecialtyTools.All,
        .. LessThanFullTimeTools.All,
        .. LessThanFullTimePayTools.All,
        .. CodeOfPracticeTools.All,
        new ToolPage
        {
            Room = "handover",
            Key = "sheet",
            Question = "Can I have a blank sheet for this handover?",
            Name = "Handover sheet",
            Words = "A sheet in I-PASS or SBAR to fill in and print, sickest first. Nothing leaves the page: no names, no numbers.",
            SearchedAs = "template, proforma, list, A4, tasks with owner and time, contingency",
            Kind = ToolKind.Write,
            Minutes = 5,
            IsPersonal = true,
            Next = "/handover/rehearsal",
        },
        new ToolPage
        {
            Room = "handover",
            Key = "rehearsal",
            Question = "How good is my handover?",
            Name = "Handover rehearsal",
            Words = "Hand over invented patients and see which of the five I-PASS elements you said.",
            SearchedAs = "simulation, scenarios, medicine, surgery, paediatrics, obstetrics, psychiatry, emergency, general practice, read-back",
            Kind = ToolKind.Check,
            Minutes = 5,
            Next = "/handover/sheet",
        },
        .. HandoverTools.All,
        .. AppraisalTools.All,
        .. RevalidationTools.All,
        .. SasCharterTools.All,
        .. GpWorkforceTools.All,
        .. GpPartnershipTools.All,
        .. GpRetentionTools.All,
        .. ReturnToPracticeTools.All,
        .. WorkingAbroadTools.All,
        .. VolunteeringAbroadTools.All,
    ];

    /// <summary>The tools that are declared with their facts, rule and answer.</summary>
    public static IEnumerable<DeclaredTool> Declared => All.OfType<DeclaredTool>();

    /// <summary>The tools of a room, in their order.</summary>
    public static IEnumerable<Tool> Of(string room) => All.Where(tool => tool.Room == room);
}
