using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.SasCharter;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Rules;

/// <summary>The contracts that questions offer, and those that the tables hold.</summary>
public sealed class ContractsTests
{
    public static TheoryData<string, string, IReadOnlyList<string>> Offered => new()
    {
        { "less-than-full-time/pay-scales", "contract", KeysOf<PayContract>() },
        { "less-than-full-time/pay-allowances", "contract", KeysOf<PayContract>() },
        { "less-than-full-time/on-call-amounts", "contract", KeysOf<PayContract>() },
        { "less-than-full-time/annual-leave", "contract", KeysOf<LeaveContract>() },
        { "sas-charter/contracts", "key", KeysOf<SasContract>() },
    };

    [Theory]
    [MemberData(nameof(Offered))]
    public void Contract_OfATable_IsOneThatItsQuestionOffers(string table, string column, IReadOnlyList<string> offered)
    {
        var rows = ToolAsk.Library.Book.Tables[table];

        var held = rows.Rows.Select(row => row[rows.Column(column)]).Distinct(StringComparer.Ordinal);

        held.ShouldBeSubsetOf(offered);
    }

    [Fact]
    public void Contract_TakenForANation_IsOneThatItsQuestionOffers()
    {
        foreach (var nation in NationExtensions.All)
        {
            KeysOf<PayContract>().ShouldContain(Contracts.OfResidents(nation));
            KeysOf<PayContract>().ShouldContain(Contracts.OfConsultants(nation));
            KeysOf<PayContract>().ShouldContain(Contracts.OfSasDoctors(nation));
            KeysOf<LeaveContract>().ShouldContain(Contracts.OfResidents(nation));
            KeysOf<SasContract>().ShouldContain(Contracts.OfSasDoctors(nation));
        }
    }

    private static List<string> KeysOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Keys.Of)];
}
