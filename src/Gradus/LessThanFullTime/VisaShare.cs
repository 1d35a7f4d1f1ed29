using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The lowest share of full time at which basic pay meets a Skilled Worker visa's salary floor.</summary>
/// <param name="Share">The share, above 0, in whole hundredths rounded up.</param>
/// <param name="Floor">The floor.</param>
/// <param name="Basic">Full-time basic pay on the day.</param>
/// <param name="Other">A higher floor that may hold on a later certificate; <c>null</c> when there is none.</param>
internal sealed record VisaShare(decimal Share, VisaFloor Floor, PayScale Basic, VisaFloor? Other)
{
    /// <summary>The lowest share on a day; <c>null</c> without such a visa, without a grade, or where no floor or no scale was found.</summary>
    public static VisaShare? On(DateOnly day, RequestVisa? visa, PayGrade? grade, IReadOnlyList<VisaFloor> visaFloors, PayRuleFigures pay, Nation nation)
    {
        if (visa?.SkilledWorker != true || grade is not { } known)
        {
            return null;
        }

        var certificate = visa.CertificateFrom ?? DateOnly.MaxValue;
        var floors = visaFloors.At(day, nation, row => row.Certificates);
        var floor = floors.Where(row => (row.CertificateFrom ?? DateOnly.MinValue) <= certificate && certificate <= (row.CertificateTo ?? DateOnly.MaxValue)).MaxBy(row => row.Gbp);
        var basic = PayPost.Of(new PayQuestion { Grade = known }, pay, day, nation).Scale;
        return floor is null || basic is null ? null : new VisaShare(Of(floor.Gbp, basic.Gbp), floor, basic, floors.Where(row => row.Gbp > floor.Gbp).MaxBy(row => row.Gbp));
    }

    /// <summary>A floor as a share of basic pay, in whole hundredths rounded up.</summary>
    public static decimal Of(decimal floor, decimal basic) => decimal.Ceiling(100 * floor / basic) / 100;
}
