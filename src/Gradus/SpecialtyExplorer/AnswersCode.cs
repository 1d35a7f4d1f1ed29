using System.Globalization;
using System.Text;
using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>
/// Answers as a short code that a reader can keep and type in again. It holds only what was answered; the site keeps nothing. A code of another edition of the questions is
/// refused, because its places would mean something else.
/// </summary>
public static class AnswersCode
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuv";
    private const int NoTask = 12;

    /// <summary>The code, in groups of six with hyphens.</summary>
    public static string Write(Answers answers, Questionnaire questionnaire)
    {
        var bits = new List<bool>();
        foreach (var statement in questionnaire.Statements)
        {
            Put(bits, answers.Statements.GetValueOrDefault(statement.Id), 3);
        }

        foreach (var task in questionnaire.Tasks)
        {
            var answer = answers.BestWorst.FirstOrDefault(one => one.Task == task.Task);
            var best = answer is null ? -1 : Place(task, answer.Best);
            var worst = answer is null ? -1 : Place(task, answer.Worst);
            Put(bits, answer is null ? NoTask : (best * 3) + (worst > best ? worst - 1 : worst), 4);
        }

        foreach (var area in questionnaire.Interests)
        {
            foreach (var choice in area.Choices)
            {
                Put(bits, answers.Interests.TryGetValue(area.Id, out var chosen) && chosen.Contains(choice.Id, StringComparer.Ordinal) ? 1 : 0, 1);
            }
        }

        Put(bits, answers.Limits.NoNightOnCall ? 1 : 0, 1);
        Put(bits, answers.Limits.NoChildren ? 1 : 0, 1);
        Put(bits, answers.Limits.RunThroughOnly ? 1 : 0, 1);
        Put(bits, (int)((answers.Limits.MaxYears ?? 0) * 2), 6);
        Put(bits, answers.Limits.Nation switch { Nation.England => 1, Nation.Scotland => 2, Nation.Wales => 3, Nation.NorthernIreland => 4, _ => 0 }, 3);
        var code = new StringBuilder();
        var check = Edition(questionnaire);
        for (var at = 0; at < bits.Count; at += 5)
        {
            var symbol = 0;
            for (var k = 0; k < 5; k++)
            {
                symbol = (symbol << 1) | (at + k < bits.Count && bits[at + k] ? 1 : 0);
            }

            check = StableHash.Add(check, symbol);
            code.Append(Alphabet[symbol]);
        }

        code.Append(Alphabet[(int)(check & 31)]).Append(Alphabet[(int)((check >> 5) & 31)]);
        for (var at = (code.Length - 1) / 6 * 6; at > 0; at -= 6)
        {
            code.Insert(at, '-');
        }

        return code.ToString();
    }

    /// <summary>Reads a code; <c>null</c> when it is mistyped or belongs to another edition of the questions.</summary>
    public static Answers? Read(string code, Questionnaire questionnaire)
    {
        var symbols = new List<int>();
        foreach (var character in code.ToLowerInvariant())
        {
            var symbol = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (symbol >= 0)
            {
                symbols.Add(symbol);
            }
            else if (character is not ('-' or ' ' or '\r' or '\n'))
            {
                return null;
            }
        }

        var length = (questionnaire.Statements.Count * 3) + (questionnaire.Tasks.Count * 4) + questionnaire.Interests.Sum(area => area.Choices.Count) + 12;
        if (symbols.Count != ((length + 4) / 5) + 2)
        {
            return null;
        }

        var check = Edition(questionnaire);
        var bits = new Queue<bool>();
        foreach (var symbol in symbols.SkipLast(2))
        {
            check = StableHash.Add(check, symbol);
            for (var k = 4; k >= 0; k--)
            {
                bits.Enqueue(((symbol >> k) & 1) == 1);
            }
        }

        if (symbols[^2] != (int)(check & 31) || symbols[^1] != (int)((check >> 5) & 31))
        {
            return null;
        }

        var statements = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in questionnaire.Statements)
        {
            var rating = Take(bits, 3);
            if (rating is >= 1 and <= 5)
            {
                statements[statement.Id] = rating;
            }
        }

        var choices = new List<BestWorstAnswer>();
        foreach (var task in questionnaire.Tasks)
        {
            var pair = Take(bits, 4);
            if (pair < NoTask)
            {
                var best = pair / 3;
                var worst = pair % 3 >= best ? (pair % 3) + 1 : pair % 3;
                choices.Add(new BestWorstAnswer(task.Task, task.Dimensions[best], task.Dimensions[worst]));
            }
        }

        var interests = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var area in questionnaire.Interests)
        {
            var chosen = area.Choices.Where(_ => Take(bits, 1) == 1).Select(choice => choice.Id).ToList();
            if (chosen.Count > 0)
            {
                interests[area.Id] = chosen;
            }
        }

        var limits = new HardLimits { NoNightOnCall = Take(bits, 1) == 1, NoChildren = Take(bits, 1) == 1, RunThroughOnly = Take(bits, 1) == 1 };
        var years = Take(bits, 6);
        var nation = Take(bits, 3) switch { 1 => Nation.England, 2 => Nation.Scotland, 3 => Nation.Wales, 4 => Nation.NorthernIreland, _ => (Nation?)null };
        return new Answers
        {
            Statements = statements,
            BestWorst = choices,
            Interests = interests,
            Limits = limits with { MaxYears = years == 0 ? null : years / 2m, Nation = nation }
        };
    }

    private static ulong Edition(Questionnaire questionnaire)
    {
        var hash = StableHash.Start;
        foreach (var statement in questionnaire.Statements)
        {
            hash = StableHash.Add(hash, statement.Id);
        }

        return StableHash.Add(hash, questionnaire.Interests.Sum(area => area.Choices.Count).ToString(CultureInfo.InvariantCulture));
    }

    private static int Place(BestWorstTask task, string dimension)
    {
        for (var i = 0; i < task.Dimensions.Count; i++)
        {
            if (task.Dimensions[i] == dimension)
            {
                return i;
            }
        }

        return 0;
    }

    private static void Put(List<bool> bits, int value, int width)
    {
        for (var k = width - 1; k >= 0; k--)
        {
            bits.Add(((value >> k) & 1) == 1);
        }
    }

    private static int Take(Queue<bool> bits, int width)
    {
        var value = 0;
        for (var k = 0; k < width; k++)
        {
            value = (value << 1) | (bits.Dequeue() ? 1 : 0);
        }

        return value;
    }
}
