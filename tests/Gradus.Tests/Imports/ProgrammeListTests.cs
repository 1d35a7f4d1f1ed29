using System.Text;
using Gradus.Data.Programmes;

namespace Gradus.Tests.Imports;

public class ProgrammeListTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Read_InWhateverLettersASheetWasSaved_KeepsItsAccents(string letters)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(letters);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes("Code,Where\nA1,Ysbyty Môn\n")];

        var programme = ProgrammeList.Read(file).Programmes.ShouldHaveSingleItem();

        (programme.Code, programme.Words).ShouldBe(("A1", "Ysbyty Môn"));
    }
}
