import com.adobe.epubcheck.tool.EpubChecker;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Checks many publications in one Java machine, since starting one costs more than a check.
 *
 * <p>Arguments: a folder, then the publications. The report of the n-th publication (from 0) is
 * written to n.json in the folder, also when the publication has faults.
 */
public final class Batch {
  public static void main(String[] args) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    for (int i = 1; i < args.length; i++) {
      String report = args[0] + "/" + (i - 1) + ".json";
      new EpubChecker().run(new String[] {args[i], "--json", report});
    }
    out.println(args.length - 1 + " checked");
  }
}
