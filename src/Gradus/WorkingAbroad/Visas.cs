using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.WorkingAbroad;

/// <summary>What citizenship, age and family mean for a visa. Where no rule about one of them was found, it says so.</summary>
internal static class Visas
{
    /// <summary>What each of the three that was told means in a country.</summary>
    public static IReadOnlyList<Reason> Of(AbroadCountry country, AbroadDoctor facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var reasons = new List<Reason>();
        var words = figures.Countries.First(row => row.Country == country.Key());
        if (facts.Citizenship is not null)
        {
            var says = IsFree(country, facts, figures) ? "with your citizenship you need no visa to work" : words.Nationality;
            reasons.Add(words.Because("visa-" + country.Key(), $"{country.Name()}: {says.TrimEnd('.')}."));
        }

        if (facts.Age is { } age)
        {
            reasons.AddRange(Age(country, age, facts, figures, on, nation));
        }

        if (facts.Family is { } family and not FamilyAbroad.Alone)
        {
            var label = Choice.Of<FamilyAbroad>()[family].Label;
            reasons.Add(words.Because("family-" + country.Key(), $"{country.Name()}, with {Sentences.LowerFirst(label)}: {Sentences.LowerFirst(words.Family).TrimEnd('.')}."));
        }

        return reasons;
    }

    /// <summary>Whether residence at once is closed to the doctor for their age.</summary>
    public static bool IsTooOldToStay(AbroadCountry country, AbroadDoctor facts, AbroadFigures figures, DateOnly on, Nation nation) =>
        country == AbroadCountry.NewZealand && !IsFree(country, facts, figures) && facts.Age > figures.NewZealandResidenceAge.At(on, nation).Number;

    // A citizen there has no visa among the steps.
    private static bool IsFree(AbroadCountry country, AbroadDoctor facts, AbroadFigures figures)
    {
        var told = facts.Told(country);
        return figures.StepsTo(country).Where(step => step.Gives is "visa" or "work permit").All(step => step.When?.About("citizenship").Holds(told) == false);
    }

    private static IEnumerable<Reason> Age(AbroadCountry country, int age, AbroadDoctor facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        if (country != AbroadCountry.NewZealand)
        {
            yield return new Reason("age-" + country.Key(), $"{country.Name()}: no limit of age for a visa was found.", Status.NotFound,
                Ask: figures.Countries.First(row => row.Country == country.Key()).VisaAsk);
            yield break;
        }

        if (IsFree(country, facts, figures))
        {
            yield break;
        }

        var residence = figures.NewZealandResidenceAge.At(on, nation);
        yield return residence.Because("age-new-zealand",
            age <= residence.Number
                ? $"New Zealand: residence is open up to {residence.Text}, and you are {age}."
                : $"New Zealand: residence is open up to {residence.Text}; at {age} a visa to work is left.");
        var holiday = figures.NewZealandWorkingHolidayAge.At(on, nation);
        if (facts.Citizenship == "united-kingdom" && age <= holiday.Number)
        {
            yield return holiday.Because("age-new-zealand",
                $"New Zealand: up to {holiday.Text} a British working holiday is another visa to work; what your registration ties you to holds on it too.");
        }
    }
}
