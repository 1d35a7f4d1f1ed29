using System.Globalization;
using Gradus.Data.Content;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Rules;
using Gradus.SpecialtyApplications;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>A practice round of offers of 10,000 applicants, played to the doctor's turn and to its end, against one serial dictatorship over as many.</summary>
internal static class ApplicationsSuite
{
    private static readonly DateOnly On = new(2026, 11, 30);

    public static int Run(string[] args)
    {
        var offers = (DeclaredTool)SpecialtyApplicationsTools.Offers;
        var library = ContentLoader.LoadFigures(ContentDirectory.Find(), offers.Needs);
        var figures = FiguresBinder.Of<PracticeFigures>(offers.Room, library.Book, On);
        var begun = new PracticeFacts { Seed = 7, Applicants = 10_000, Posts = 100, Rank = 4_000 };
        var played = begun with { Answers = [OfferAnswer.HoldWithUpgrades, OfferAnswer.AcceptWithUpgrades] };
        var instance = Invented(10_000, 100);
        var order = ApplicantOrder.FromColumn(instance);
        var dictatorship = new SerialDictatorship();
        if (!OfferPracticeSimulator.Simulate(begun, figures, On, Nation.England).YourTurn || OfferPracticeSimulator.Simulate(played, figures, On, Nation.England).YourTurn)
        {
            Console.Error.WriteLine("The round is not the one that is meant; no figure is worth anything.");
            return 1;
        }

        Race.Run("a practice round of 10,000 to the doctor’s turn", () => OfferPracticeSimulator.Simulate(begun, figures, On, Nation.England),
            "one serial dictatorship over 10,000", () => dictatorship.Run(instance, order), times: 8);
        Race.Run("the same to its end, with all six other first answers", () => OfferPracticeSimulator.Simulate(played, figures, On, Nation.England),
            "one serial dictatorship over 10,000", () => dictatorship.Run(instance, order), times: 2);
        Processor("to the doctor’s turn", () => OfferPracticeSimulator.Simulate(begun, figures, On, Nation.England));
        Processor("to its end, with all six other first answers", () => OfferPracticeSimulator.Simulate(played, figures, On, Nation.England));
        return 0;
    }

    // On a machine that is shared the processor's own time says more than the clock's.
    private static void Processor(string name, Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < 20; i++)
        {
            work();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time {name}: {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / 20:0.0} ms"));
    }

    private static AllocationInstance Invented(int applicants, int posts)
    {
        var random = new SimulationRandom(7, 0);
        var all = new List<Applicant>(applicants);
        for (var i = 1; i <= applicants; i++)
        {
            var list = new List<string>();
            while (list.Count < 6)
            {
                var post = "p" + (1 + random.NextBelow((uint)posts));
                if (!list.Contains(post))
                {
                    list.Add(post);
                }
            }

            all.Add(new Applicant("a" + i, list) { Order = i });
        }

        return AllocationInstance.Create(all, [.. Enumerable.Range(1, posts).Select(post => new Post("p" + post, applicants / posts / 2))]);
    }
}
