using System.Globalization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>Turns the numbers of a match into words.</summary>
public static class MatchExplainer
{
    /// <summary>The result in words and numbers.</summary>
    public static MatchResult Explain(ExplorerModel model, Answers answers, MatchScores scores)
    {
        var ranks = HalvedRanks(model, scores, out var usual);
        var matches = new SpecialtyMatch[scores.Ranked];
        var tie = 0;
        var first = -1;
        for (var place = 0; place < scores.Ranked; place++)
        {
            var j = scores.Order[place];
            if (first < 0 || scores.Above[(first * model.Profiles.Count) + j] >= model.Settings.TieBelow)
            {
                first = j;
                tie++;
            }

            matches[place] = new SpecialtyMatch
            {
                Specialty = model.Profiles[j].Specialty.Id,
                Band = BandOf(scores.InTopTen[j]),
                RankMedian = scores.RankMedian[j],
                RankLow = scores.RankLow[j],
                RankHigh = scores.RankHigh[j],
                InTopFive = scores.InTopFive[j],
                InTopTen = scores.InTopTen[j],
                Coverage = scores.Coverage[j],
                TieGroup = tie,
                For = Reasons(model, answers, scores, j, sign: 1),
                Against = Reasons(model, answers, scores, j, sign: -1),
                Counterfactual = Change(model, scores, j, usual, ranks),
            };
        }

        var hidden = new List<HiddenSpecialty>();
        var lacking = new List<string>();
        for (var j = 0; j < scores.Active.Length; j++)
        {
            if (scores.Active[j])
            {
                continue;
            }

            var specialty = model.Profiles[j].Specialty;
            var hiding = LimitChecker.Hiding(specialty, answers.Limits);
            if (hiding.Count > 0)
            {
                hidden.Add(new HiddenSpecialty(specialty.Id, hiding));
            }
            else
            {
                lacking.Add(specialty.Id);
            }
        }

        var isTold = answers.Statements.Count + answers.BestWorst.Count + answers.Interests.Count > 0;
        var standsOut = matches.Length > 0 && matches[0].Band != Band.LessLikely;
        return new MatchResult
        {
            Verdict = standsOut ? Verdict.Yes : matches.Length > 0 ? Verdict.NotYet : hidden.Count > 0 ? Verdict.No : Verdict.Unknown,
            Says = matches.Length == 0
                ? "No specialty is left to rank: take a limit back."
                : !isTold ? "You have answered nothing yet, so the order says nothing: no specialty stands before another."
                : !standsOut ? "Your answers do not tell the specialties apart yet: none of them stands out, and the order says little. Answer more."
                : $"By these answers {Sentences.Listed([.. matches.Take(3).Select(match => NameOf(model, match.Specialty))])} come first to explore; that says nothing about where you would do well or be appointed.",
            Reasons = [.. matches.Take(isTold ? 3 : 0).SelectMany(match => match.For.Select(reason => Because(model, match.Specialty, reason)))],
            Names = model.Names,
            ModelVersion = model.Version,
            Matches = matches,
            Hidden = hidden,
            EntropyBits = scores.EntropyBits,
            NotEnoughData = lacking,
            Unchecked = LimitChecker.Unchecked(answers.Limits),
            Leanings = LeaningsOf(model, scores),
            Warnings = AnsweredAlike(model.Questionnaire, answers) is { } alike ? [new Warning("statements", alike)] : [],
        };
    }

    // Statements of one dimension are turned round, so whoever agrees with all of them has said both a thing and its opposite.
    private static string? AnsweredAlike(Questionnaire questionnaire, Answers answers)
    {
        var given = questionnaire.Statements.Where(statement => answers.Statements.ContainsKey(statement.Id)).ToList();
        if (given.Count < FewestToCompare || given.All(statement => statement.Reversed) || given.TrueForAll(statement => !statement.Reversed))
        {
            return null;
        }

        var said = given.ConvertAll(statement => answers.Statements[statement.Id]);
        var alike = said.TrueForAll(value => value >= 4) ? "agreed with"
            : said.TrueForAll(value => value <= 2) ? "disagreed with"
            : said.TrueForAll(value => value == 3) ? "stayed in between on"
            : null;
        return alike is null
            ? null
            : $"You {alike} all {given.Count} statements. Some of them say the opposite of others, so they cancel out and little follows from them. Look at them again before you read the list.";
    }

    private static string NameOf(ExplorerModel model, string specialty) => model.Profiles[model.IndexOf(specialty)].Specialty.Name;

    private static Reason Because(ExplorerModel model, string specialty, FitReason reason)
    {
        var profile = model.Profiles[model.IndexOf(specialty)];
        var d = Dimensions.IndexOf(reason.Dimension);
        return new Reason($"{specialty}/{reason.Dimension}", $"{profile.Specialty.Name}: {reason.Says}",
            d < 0 ? profile.Specialty.Status : profile.Cells[d].Status, Figure: null, d < 0 ? profile.Specialty.SourceId : profile.Cells[d].SourceId);
    }

    /// <summary>The fewest statements from which answers that are all alike are noticed.</summary>
    public const int FewestToCompare = 8;

    /// <summary>The band of a chance of being among the first ten.</summary>
    public static Band BandOf(double inTopTen) => inTopTen >= 0.8 ? Band.Strong : inTopTen >= 0.3 ? Band.Plausible : Band.LessLikely;

    private static List<FitReason> Reasons(ExplorerModel model, Answers answers, MatchScores scores, int specialty, int sign)
    {
        var contributions = scores.Of(specialty);
        var reasons = new List<FitReason>(3);
        Span<bool> used = stackalloc bool[contributions.Length];
        used.Clear();
        for (var place = 0; place < 3; place++)
        {
            var best = -1;
            for (var part = 0; part < contributions.Length; part++)
            {
                if (!used[part] && contributions[part] * sign > 0.002 && (best < 0 || contributions[part] * sign > contributions[best] * sign))
                {
                    best = part;
                }
            }

            if (best < 0)
            {
                break;
            }

            used[best] = true;
            reasons.Add(best < Dimensions.Count
                ? new FitReason(Dimensions.Ids[best], contributions[best], model.Sentence(specialty, best, Leaning(scores.Positions[best])),
                    model.Profiles[specialty].Cells[best].Source.Key())
                : new FitReason(scores.Areas[best - Dimensions.Count], contributions[best],
                    InterestWords(model, answers, specialty, scores.Areas[best - Dimensions.Count]), Provenance.Editorial.Key()));
        }

        return reasons;
    }

    private static string InterestWords(ExplorerModel model, Answers answers, int specialty, string id)
    {
        var area = model.Questionnaire.Interests.First(known => known.Id == id);
        var offered = model.Profiles[specialty].Specialty.Area(id);
        var here = string.Join(", ", area.Choices.Where(choice => offered.Contains(choice.Id, StringComparer.Ordinal)).Select(choice => Sentences.LowerFirst(choice.Text)));
        var wanted = Sentences.Listed([.. area.Choices.Where(choice => answers.Interests[id].Contains(choice.Id, StringComparer.Ordinal))
            .Select(choice => Sentences.LowerFirst(choice.Text))], "or");
        return $"You chose {wanted}. Here: {(here.Length == 0 ? "none of these" : here)}.";
    }

    private static int Leaning(ReaderPosition position) => position switch
    {
        { Answered: 0 } => 0,
        { Mean: < 0.42 } => 1,
        { Mean: <= 0.58 } => 2,
        _ => 3,
    };

    /// <summary>The rank by average fit of every specialty when each dimension in turn matters half as much: dimension by dimension.</summary>
    private static int[] HalvedRanks(ExplorerModel model, MatchScores scores, out int[] usual)
    {
        var count = model.Profiles.Count;
        usual = new int[count];
        var ranks = new int[Dimensions.Count * count];
        Span<double> fit = count <= 256 ? stackalloc double[count] : new double[count];
        for (var d = -1; d < Dimensions.Count; d++)
        {
            for (var j = 0; j < count; j++)
            {
                // Less half of its own part: dividing by what remains of the weight would not change the order.
                fit[j] = scores.Compared[j] ? scores.Fit[j] - (d < 0 ? 0 : 0.5 * scores.Contributions[(j * scores.Parts) + d]) : double.NegativeInfinity;
            }

            for (var j = 0; j < count; j++)
            {
                var rank = 1;
                for (var k = 0; k < count; k++)
                {
                    rank += fit[k] > fit[j] ? 1 : 0;
                }

                (d < 0 ? usual : ranks.AsSpan(d * count, count))[j] = rank;
            }
        }

        return ranks;
    }

    private static Counterfactual? Change(ExplorerModel model, MatchScores scores, int specialty, int[] usual, int[] ranks)
    {
        var count = usual.Length;
        var now = usual[specialty];
        var best = 0;
        for (var d = 1; d < Dimensions.Count; d++)
        {
            var rank = ranks[(d * count) + specialty];
            var held = ranks[(best * count) + specialty];
            if (now <= 5 ? rank > held : rank < held)
            {
                best = d;
            }
        }

        var then = ranks[(best * count) + specialty];
        if (Math.Abs(then - now) < 3 && (then <= 5) == (now <= 5))
        {
            return null;
        }

        var name = Sentences.LowerFirst(model.Questionnaire.Dimensions[best].Name);
        var what = (now <= 5, then <= 5) switch
        {
            (false, true) => "it would enter your top five",
            (true, false) => "it would leave your top five",
            _ => string.Create(CultureInfo.InvariantCulture, $"it would {(then < now ? "rise" : "fall")} from about {FigureText.Ordinal(now)} to about {FigureText.Ordinal(then)}"),
        };
        return new Counterfactual(Dimensions.Ids[best], then, $"If {name} mattered half as much to you, {what}.");
    }

    private static Leanings LeaningsOf(ExplorerModel model, MatchScores scores)
    {
        var strongest = Enumerable.Range(0, Dimensions.Count)
            .Where(d => scores.Positions[d].Answered > 0 && Math.Abs(scores.Positions[d].Mean - 0.5) > 0.12)
            .Where(d => scores.Positions[d].Mean > 0.5 || Dimensions.KindOf(d) == DimensionKind.Ideal) // To ask little where more is better is no leaning.
            .OrderByDescending(d => Math.Abs(scores.Positions[d].Mean - 0.5) * Math.Sqrt(scores.Weights[d]))
            .ThenBy(d => d)
            .Take(3)
            .ToList();
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var total = 0.0;
        for (var j = 0; j < scores.Active.Length; j++)
        {
            if (scores.Active[j])
            {
                var family = model.Profiles[j].Specialty.Family;
                shares[family] = shares.GetValueOrDefault(family) + scores.InTopTen[j];
                total += scores.InTopTen[j];
            }
        }

        var families = shares.Where(pair => total > 0 && pair.Value / total >= 0.05)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new FamilyShare(pair.Key, model.Families.GetValueOrDefault(pair.Key, pair.Key), pair.Value / total))
            .ToList();
        var towards = strongest.Select(d => scores.Positions[d].Mean > 0.5 ? model.Questionnaire.Dimensions[d].High : model.Questionnaire.Dimensions[d].Low).ToList();
        var says = towards.Count == 0 ? "Your answers do not lean clearly in any direction yet." : $"You lean towards {Sentences.Listed(towards)}.";
        return new Leanings(says, [.. strongest.Select(d => Dimensions.Ids[d])], families);
    }
}
